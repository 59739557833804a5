package tandem.sandbox.linear.graphql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;

/** The fields that are neither a column nor a relation, but follow from them. */
final class ComputedFields {
  private static final List<String> PRIORITIES =
      List.of("No priority", "Urgent", "High", "Medium", "Low");

  private ComputedFields() {}

  static void register(Fields fields) {
    issue(fields);
    people(fields);
    teams(fields);
    organization(fields);
    for (String type : List.of("Issue", "Document", "Comment", "User")) {
      fields.compute(type + ".url", (row, in, env) -> in.premises().site().url(in.rows(), row));
    }
    fields
        .compute("IssueLabel.isGroup", (row, in, env) -> row.flag("isGroup"))
        .compute("IssueLabel.organization", (row, in, env) -> in.rows().organization())
        .compute("IssueLabel.issues", (row, in, env) -> new Listing(in, env).of(wearing(in, row)))
        .compute("Document.sortOrder", (row, in, env) -> number(row, "sortOrder", 0))
        .compute("Comment.bodyData", (row, in, env) -> row.required("body"))
        .compute("Attachment.groupBySource", (row, in, env) -> row.flag("groupBySource"))
        .compute("Attachment.metadata", (row, in, env) -> orEmpty(row.value("metadata")))
        .compute("Webhook.teamIds", (row, in, env) -> row.text("teamId").map(List::of).orElse(null))
        // By the schema: null for the webhook of an OAuth application.
        .compute(
            "Webhook.url",
            (row, in, env) -> row.text("applicationId").isPresent() ? null : row.required("url"))
        .compute("Webhook.failures", (row, in, env) -> failures(row));
  }

  private static void issue(Fields fields) {
    fields
        .compute("Issue.labels", (row, in, env) -> new Listing(in, env).of(labels(in, row)))
        .compute("Issue.labelIds", (row, in, env) -> row.texts("labelIds"))
        .compute("Issue.previousIdentifiers", (row, in, env) -> row.texts("previousIdentifiers"))
        .compute("Issue.priority", (row, in, env) -> number(row, "priority", 0))
        .compute("Issue.priorityLabel", (row, in, env) -> PRIORITIES.get(priority(row)))
        .compute("Issue.sortOrder", (row, in, env) -> number(row, "sortOrder", 0))
        .compute("Issue.boardOrder", (row, in, env) -> number(row, "sortOrder", 0))
        .compute("Issue.branchName", (row, in, env) -> branch(row));
  }

  private static void people(Fields fields) {
    fields
        .compute("User.isMe", (row, in, env) -> row.id().equals(in.caller().author().userId()))
        .compute("User.admin", (row, in, env) -> row.flag("admin"))
        .compute("User.app", (row, in, env) -> row.flag("app"))
        .compute("User.active", (row, in, env) -> !Boolean.FALSE.equals(row.value("active")))
        .compute("User.isAssignable", (row, in, env) -> !row.flag("app"))
        .compute("User.isMentionable", (row, in, env) -> !row.flag("app"))
        .compute("User.initials", (row, in, env) -> initials(row.required("name")))
        .compute("User.organization", (row, in, env) -> in.rows().organization())
        .compute(
            "User.createdIssueCount",
            (row, in, env) -> in.rows().referring(Kind.ISSUE, "creatorId", row.id()).size())
        .compute("User.teams", (row, in, env) -> new Listing(in, env).of(in.rows().all(Kind.TEAM)));
  }

  private static void teams(Fields fields) {
    fields
        .compute("Team.organization", (row, in, env) -> in.rows().organization())
        .compute(
            "Team.displayName",
            (row, in, env) -> row.text("displayName").orElseGet(() -> row.required("name")))
        .compute(
            "Team.issueCount",
            (row, in, env) -> in.rows().referring(Kind.ISSUE, "teamId", row.id()).size())
        .compute(
            "Team.defaultIssueState", (row, in, env) -> States.initial(in.rows(), row).orElse(null))
        .compute(
            "Team.members", (row, in, env) -> new Listing(in, env).of(in.rows().all(Kind.USER)))
        .compute("Team.labels", (row, in, env) -> new Listing(in, env).of(usable(in, row)));
  }

  private static void organization(Fields fields) {
    fields
        .compute("Organization.userCount", (row, in, env) -> in.rows().all(Kind.USER).size())
        .compute(
            "Organization.createdIssueCount", (row, in, env) -> in.rows().all(Kind.ISSUE).size())
        .compute(
            "Organization.users",
            (row, in, env) -> new Listing(in, env).of(in.rows().all(Kind.USER)))
        .compute(
            "Organization.teams",
            (row, in, env) -> new Listing(in, env).of(in.rows().all(Kind.TEAM)))
        .compute(
            "Organization.labels",
            (row, in, env) -> new Listing(in, env).of(in.rows().all(Kind.LABEL)));
  }

  private static List<Row> labels(Invocation in, Row issue) {
    return issue.texts("labelIds").stream()
        .flatMap(id -> in.rows().find(Kind.LABEL, id).stream())
        .toList();
  }

  private static List<Row> wearing(Invocation in, Row label) {
    return in.rows().all(Kind.ISSUE).stream()
        .filter(issue -> issue.texts("labelIds").contains(label.id()))
        .toList();
  }

  /** A team's labels: its own and the workspace's. */
  private static List<Row> usable(Invocation in, Row team) {
    return in.rows().all(Kind.LABEL).stream()
        .filter(label -> label.text("teamId").orElse(team.id()).equals(team.id()))
        .toList();
  }

  private static Object failures(Row webhook) {
    List<Map<String, Object>> shown = new ArrayList<>();
    if (webhook.value("failures") instanceof List<?> list) {
      for (Object each : list) {
        Map<String, Object> failure = new LinkedHashMap<>();
        ((Map<?, ?>) each).forEach((field, value) -> failure.put(field.toString(), value));
        failure.put("webhook", webhook);
        shown.add(failure);
      }
    }
    return shown;
  }

  private static Object number(Row row, String column, int otherwise) {
    return Optional.ofNullable(row.value(column)).orElse(otherwise);
  }

  private static int priority(Row issue) {
    return issue.value("priority") instanceof Number number ? number.intValue() : 0;
  }

  private static Object orEmpty(@Nullable Object map) {
    return map == null ? Map.of() : map;
  }

  private static String branch(Row issue) {
    String title = issue.required("title").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return issue.required("identifier").toLowerCase(Locale.ROOT) + "-" + title;
  }

  private static String initials(String name) {
    return Arrays.stream(name.split(" ", -1))
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
