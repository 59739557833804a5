package tandem.sandbox.jira.jql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tandem.sandbox.jira.field.Adf;
import tandem.sandbox.jira.field.IssueType;
import tandem.sandbox.jira.field.Priority;
import tandem.sandbox.jira.field.Status;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.Project;
import tandem.sandbox.jira.state.SiteStore;

/** What an issue has for a field of a query, as the texts that a query may name it by. */
final class Readings {
  private static final Pattern PROPERTY = Pattern.compile("issue\\.property\\[([^\\]]+)]\\.(.+)");
  private final SiteStore store;
  private final Aliases aliases;

  Readings(SiteStore store, Aliases aliases) {
    this.store = store;
    this.aliases = aliases;
  }

  /** Reads one field of an issue; no text means that it is empty. */
  @FunctionalInterface
  interface Reading {
    List<String> of(Issue issue);
  }

  Reading of(String field) {
    Matcher property = PROPERTY.matcher(field);
    if (property.matches()) {
      return issue -> property(issue, property.group(1), property.group(2));
    }
    return switch (field.toLowerCase(Locale.ROOT)) {
      case "project" -> this::project;
      case "key", "issuekey", "issue", "id" -> issue -> List.of(issue.id(), issue.key());
      case "labels" -> issue -> List.copyOf(issue.labels());
      case "status" -> issue -> status(issue).map(s -> List.of(s.id(), s.name())).orElseThrow();
      case "statuscategory" ->
          issue ->
              status(issue)
                  .map(s -> List.of(s.category().key(), s.category().label()))
                  .orElseThrow();
      case "issuetype", "type" -> Readings::type;
      case "priority" -> Readings::priority;
      case "assignee", "reporter", "creator" ->
          issue -> text(issue.field(field.toLowerCase(Locale.ROOT)));
      case "parent" -> this::parent;
      case "summary" -> issue -> text(issue.field("summary"));
      case "description" -> issue -> rich(issue, "description");
      case "text" -> Readings::words;
      default -> alias(field);
    };
  }

  /** Whether the field is an alias for dates. */
  boolean isDate(String field) {
    return aliases.find(field).filter(Aliases.Place::isDate).isPresent();
  }

  private Reading alias(String field) {
    return aliases
        .find(field)
        .<Reading>map(found -> issue -> property(issue, found.propertyKey(), found.objectName()))
        .orElseThrow(() ->
            new JqlError(
                "Field '" + field + "' does not exist or you do not have permission to view it."));
  }

  private List<String> project(Issue issue) {
    return store
        .project(issue.ref().projectId())
        .map((Project p) -> List.of(p.id(), p.key(), p.name()))
        .orElse(List.of());
  }

  private List<String> parent(Issue issue) {
    return store
        .issue(issue.field("parent").asText())
        .map(p -> List.of(p.id(), p.key()))
        .orElse(List.of());
  }

  private static Optional<Status> status(Issue issue) {
    return Status.find(issue.field("status").asText());
  }

  private static List<String> type(Issue issue) {
    return IssueType.find(issue.field("issuetype").asText())
        .map(t -> List.of(t.id(), t.name()))
        .orElse(List.of());
  }

  private static List<String> priority(Issue issue) {
    return Priority.find(issue.field("priority").asText())
        .map(p -> List.of(p.id(), p.name()))
        .orElse(List.of());
  }

  private static List<String> words(Issue issue) {
    var all = new ArrayList<>(text(issue.field("summary")));
    all.addAll(rich(issue, "description"));
    issue.annex().comments().forEach(comment -> all.add(Adf.text(comment.body())));
    return all;
  }

  private static List<String> rich(Issue issue, String field) {
    var stored = issue.field(field);
    return stored.isMissingNode() ? List.of() : List.of(Adf.text(stored));
  }

  private static List<String> text(JsonNode stored) {
    return stored.isMissingNode() ? List.of() : List.of(stored.asText());
  }

  /** Walks into a property's value; an array means each of its elements. */
  private static List<String> property(Issue issue, String key, String path) {
    JsonNode value = issue.annex().properties().get(key);
    for (String step : path.split("\\.", -1)) {
      value = value == null ? null : value.get(step);
    }
    if (value == null || value.isNull()) {
      return List.of();
    }
    var texts = new ArrayList<String>();
    if (value.isArray()) {
      value.forEach(element -> texts.add(element.asText()));
    } else {
      texts.add(value.asText());
    }
    return texts;
  }
}
