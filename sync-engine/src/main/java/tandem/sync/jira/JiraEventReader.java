package tandem.sync.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import tandem.sync.model.IssueId;
import tandem.sync.model.Original;

/** Reads webhook bodies. */
final class JiraEventReader {
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_KEY = 255;
  private static final String OURS = "tandem.";

  private JiraEventReader() {}

  static JiraEvent read(byte[] body) {
    return JiraJson.object(body)
        .map(JiraEventReader::read)
        .orElseGet(() -> new JiraEvent.Malformed("the body is not a JSON object"));
  }

  private static JiraEvent read(ObjectNode body) {
    Optional<String> name = JiraJson.text(body, "/webhookEvent");
    return name.isEmpty()
        ? new JiraEvent.Malformed("the body names no webhookEvent")
        : read(name.get(), body);
  }

  private static JiraEvent read(String name, ObjectNode body) {
    return switch (name) {
      case "jira:issue_created", "jira:issue_updated" -> seen(body);
      case "issue_property_set" -> property(name, body, (issue, key) -> written(body, issue, key));
      case "issue_property_deleted" -> property(name, body, JiraEvent.DecisionGone::new);
      case "jira:issue_deleted",
          "remote_issue_link_created",
          "remote_issue_link_updated",
          "remote_issue_link_deleted" ->
          touched(body);
      default -> new JiraEvent.Ignored(shortened(name));
    };
  }

  private static JiraEvent seen(ObjectNode body) {
    return JiraIssue.told(body.path("issue"))
        .<JiraEvent>map(JiraIssue::seen)
        .orElseGet(() -> touched(body));
  }

  /** A property that is none of our decisions is not mirrored, whoever keeps it. */
  private static JiraEvent property(
      String name, ObjectNode body, BiFunction<IssueId, String, JiraEvent> decision) {
    Optional<String> key = JiraJson.text(body, "/property/key");
    if (key.isPresent() && !key.get().startsWith(JiraDecision.PREFIX)) {
      return unmirrored(name, body, key.get());
    }
    Optional<IssueId> issue = issue(body);
    return key.isEmpty() || issue.isEmpty()
        ? touched(body)
        : decision.apply(issue.get(), key.get());
  }

  private static JiraEvent unmirrored(String name, ObjectNode body, String key) {
    return issue(body)
        .filter(issue -> key.startsWith(OURS) && key.length() <= LONGEST_KEY)
        .<JiraEvent>map(issue -> new JiraEvent.PropertyTouched(issue, key))
        .orElseGet(() -> new JiraEvent.Ignored(name));
  }

  private static JiraEvent written(ObjectNode body, IssueId issue, String key) {
    JsonNode value = body.at("/property/value");
    return value.isMissingNode()
        ? touched(body)
        : new JiraEvent.DecisionSeen(
            issue, new Original(key, value.toString(), Optional.empty()), at(body));
  }

  /** Milliseconds. */
  private static Optional<Instant> at(ObjectNode body) {
    JsonNode timestamp = body.path("timestamp");
    return timestamp.isIntegralNumber() && timestamp.canConvertToLong()
        ? Optional.of(Instant.ofEpochMilli(timestamp.longValue()))
        : Optional.empty();
  }

  private static JiraEvent touched(ObjectNode body) {
    return issue(body)
        .<JiraEvent>map(JiraEvent.IssueTouched::new)
        .orElseGet(() -> new JiraEvent.Malformed("the event names no issue"));
  }

  private static Optional<IssueId> issue(ObjectNode body) {
    return JiraJson.id(body, "/issue/id").or(() -> JiraJson.id(body, "/issueId")).map(IssueId::new);
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
