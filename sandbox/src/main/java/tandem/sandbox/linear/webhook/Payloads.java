package tandem.sandbox.linear.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.http.Json;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Rows;
import tandem.sandbox.linear.state.Site;

/**
 * The {@code data} of a webhook, by the schema's {@code …WebhookPayload} types: ids beside the
 * things they name, and the document without its issue, as there.
 */
record Payloads(Rows rows, Site site) {
  private static final List<String> PRIORITIES =
      List.of("No priority", "Urgent", "High", "Medium", "Low");

  Map<String, @Nullable Object> data(Row row) {
    Map<String, @Nullable Object> data = own(row);
    switch (row.kind()) {
      case ISSUE -> issue(row, data);
      case COMMENT -> comment(row, data);
      case ATTACHMENT -> {
        data.putIfAbsent("metadata", Map.of());
        data.put("groupBySource", row.flag("groupBySource"));
      }
      case LABEL -> data.put("isGroup", row.flag("isGroup"));
      case DOCUMENT -> data.putIfAbsent("sortOrder", 0);
      default -> throw new IllegalArgumentException(row.kind() + " is not told to webhooks");
    }
    return data;
  }

  /** The columns that the payload type of this kind has. */
  static boolean shows(Row row, String column) {
    return switch (row.kind()) {
      case DOCUMENT -> !column.equals("issueId") && !column.equals("teamId");
      case LABEL -> !List.of("groupType", "retiredAt", "lastAppliedAt").contains(column);
      default -> true;
    };
  }

  private Map<String, @Nullable Object> own(Row row) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    row.columns()
        .forEach((column, value) -> {
          if (shows(row, column)) {
            data.put(column, column.equals("botActor") ? json(value) : value);
          }
        });
    return data;
  }

  private void issue(Row row, Map<String, @Nullable Object> data) {
    List<String> labels = row.texts("labelIds");
    data.put("labelIds", labels);
    data.put(
        "labels",
        labels.stream()
            .flatMap(id -> rows.find(Kind.LABEL, id).stream())
            .map(label -> child(label, "id", "color", "name", "parentId"))
            .toList());
    data.put("url", site.url(rows, row));
    data.putIfAbsent("priority", 0);
    data.put("priorityLabel", PRIORITIES.get(number(row, "priority")));
    data.putIfAbsent("sortOrder", 0);
    data.put("prioritySortOrder", 0);
    data.put("previousIdentifiers", row.texts("previousIdentifiers"));
    data.put("subscriberIds", List.of());
    data.put("reactionData", List.of());
    data.put("releases", List.of());
    put(row, data, "team", Kind.TEAM, "id", "key", "name");
    put(row, data, "state", Kind.WORKFLOW_STATE, "id", "color", "name", "type");
    person(row, data, "assignee");
    person(row, data, "creator");
  }

  private void comment(Row row, Map<String, @Nullable Object> data) {
    data.put("reactionData", List.of());
    person(row, data, "user");
    rows.follow(row, "issueId", Kind.ISSUE)
        .ifPresent(issue -> {
          Map<String, @Nullable Object> child = child(issue, "id", "identifier", "title", "teamId");
          child.put("url", site.url(rows, issue));
          put(issue, child, "team", Kind.TEAM, "id", "key", "name");
          data.put("issue", child);
        });
    rows.follow(row, "parentId", Kind.COMMENT)
        .ifPresent(parent -> data.put("parent", child(parent, "id", "body", "issueId", "userId")));
  }

  private void person(Row row, Map<String, @Nullable Object> data, String field) {
    rows.follow(row, field + "Id", Kind.USER).ifPresent(user -> data.put(field, user(user)));
  }

  /** A person as a webhook shows one. */
  Map<String, @Nullable Object> user(Row user) {
    Map<String, @Nullable Object> child = child(user, "id", "name", "email");
    child.put("url", site.url(rows, user));
    return child;
  }

  private void put(
      Row row, Map<String, @Nullable Object> data, String field, Kind kind, String... columns) {
    Optional<Row> there = rows.follow(row, field + "Id", kind);
    there.ifPresent(other -> data.put(field, child(other, columns)));
  }

  private static Map<String, @Nullable Object> child(Row row, String... columns) {
    Map<String, @Nullable Object> child = new LinkedHashMap<>();
    for (String column : columns) {
      if (row.value(column) != null) {
        child.put(column, row.value(column));
      }
    }
    return child;
  }

  private static int number(Row row, String column) {
    return row.value(column) instanceof Number number ? number.intValue() : 0;
  }

  private static String json(Object value) {
    return Json.tree(value).toString();
  }
}
