package tandem.sync.jira;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import tandem.sync.model.IssueId;

/** Reads webhook bodies. */
final class JiraEventReader {
  private static final int LONGEST_NAME = 64;

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
      case "jira:issue_deleted",
          "issue_property_set",
          "issue_property_deleted",
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

  private static JiraEvent touched(ObjectNode body) {
    return JiraJson.id(body, "/issue/id")
        .or(() -> JiraJson.id(body, "/issueId"))
        .<JiraEvent>map(id -> new JiraEvent.IssueTouched(new IssueId(id)))
        .orElseGet(() -> new JiraEvent.Malformed("the event names no issue"));
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
