package tandem.app.panel.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tandem.app.connection.Mapping;
import tandem.sync.jira.JiraEvent;
import tandem.sync.model.IssueId;

/**
 * An issue as the panels need it, by one read of Jira.
 *
 * @param type its type's name
 * @param started whether its status is in another category than "To Do"
 * @param properties Tandem's own, by key; nothing in them is trusted
 */
public record PanelIssue(
    Name name,
    Mapping.Project project,
    String type,
    boolean started,
    Instant updated,
    SortedSet<String> labels,
    SortedMap<String, JsonNode> properties) {
  /** What asks Jira for exactly these fields. */
  static final String FIELDS = "summary,status,issuetype,project,labels,updated";

  private static final String OURS = "tandem.";
  private static final String TO_DO = "new";
  private static final int LONGEST_TEXT = 1_000;

  /** Jira writes {@code 2026-11-20T07:42:34.123+0000}; ISO 8601 wants a colon in the offset. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT);

  /** By what people know it. */
  public record Name(IssueId id, String key, String summary) {}

  public PanelIssue {
    labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
    properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
  }

  /** Empty where the answer is not an issue. */
  static Optional<PanelIssue> read(JsonNode issue) {
    JsonNode fields = issue.path("fields");
    JsonNode project = fields.path("project");
    if (!issue.path("id").isTextual() || !project.path("key").isTextual()) {
      return Optional.empty();
    }
    return Optional.of(
        new PanelIssue(
            name(issue),
            new Mapping.Project(project.path("id").asText(), project.path("key").asText()),
            text(fields.at("/issuetype/name")),
            !TO_DO.equals(fields.at("/status/statusCategory/key").asText()),
            time(fields.path("updated").asText()),
            labels(fields.path("labels")),
            ours(issue.path("properties"))));
  }

  static Name name(JsonNode issue) {
    return new Name(
        new IssueId(issue.path("id").asText()),
        issue.path("key").asText(),
        text(issue.at("/fields/summary")));
  }

  private static String text(JsonNode value) {
    String text = value.asText();
    return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text, TIME).toInstant();
    } catch (DateTimeException notATime) {
      return Instant.EPOCH;
    }
  }

  private static SortedSet<String> labels(JsonNode list) {
    SortedSet<String> labels = new TreeSet<>();
    list.forEach(label -> labels.add(label.asText()));
    return labels;
  }

  private static SortedMap<String, JsonNode> ours(JsonNode properties) {
    SortedMap<String, JsonNode> ours = new TreeMap<>();
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      if (property.getKey().startsWith(OURS)) {
        ours.put(property.getKey(), property.getValue());
      }
    }
    return ours;
  }

  public Optional<JsonNode> property(String key) {
    return Optional.ofNullable(properties.get(key));
  }

  /** The same after a property was written, or deleted where there is no value. */
  public PanelIssue with(String key, Optional<JsonNode> value) {
    SortedMap<String, JsonNode> others = new TreeMap<>(properties);
    others.remove(key);
    value.ifPresent(it -> others.put(key, it));
    return new PanelIssue(name, project, type, started, updated, labels, others);
  }

  /** What the engine keeps of it. */
  public JiraEvent.IssueSeen seen() {
    return new JiraEvent.IssueSeen(project.id(), name.id(), name.key(), updated, labels);
  }

  /** Roughly how much room it takes, in characters. */
  int weight() {
    return LONGEST_TEXT
        + properties.values().stream().mapToInt(value -> value.toString().length()).sum();
  }
}
