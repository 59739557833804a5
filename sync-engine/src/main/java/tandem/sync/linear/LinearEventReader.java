package tandem.sync.linear;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tandem.sync.model.IssueId;

/** Reads webhook bodies. */
final class LinearEventReader {
  private LinearEventReader() {}

  static LinearEvent read(byte[] body) {
    return LinearJson.object(body)
        .map(LinearEventReader::read)
        .orElseGet(() -> new LinearEvent.Malformed("the body is not a JSON object"));
  }

  private static LinearEvent read(ObjectNode body) {
    Optional<String> type = LinearJson.name(body, "/type");
    Optional<String> action = LinearJson.name(body, "/action");
    Optional<String> organization = LinearJson.name(body, "/organizationId");
    if (type.isEmpty() || action.isEmpty() || organization.isEmpty()) {
      return new LinearEvent.Malformed("the body lacks its type, action or organizationId");
    }
    return switch (type.get()) {
      case "Issue" -> issue(organization.get(), action.get(), body);
      case "Attachment" -> touched(organization.get(), "/data/issueId", body);
      default -> new LinearEvent.Ignored(type.get() + " " + action.get());
    };
  }

  /** A removed or archived issue is read back: whether it is gone for us is the tracker's word. */
  private static LinearEvent issue(String organization, String action, ObjectNode body) {
    boolean alive =
        !action.equals("remove")
            && body.at("/data/archivedAt").asText("").isEmpty()
            && !body.at("/data/trashed").asBoolean(false);
    Optional<LinearEvent> seen = alive ? seen(organization, body) : Optional.empty();
    return seen.orElseGet(() -> touched(organization, "/data/id", body));
  }

  private static Optional<LinearEvent> seen(String organization, ObjectNode body) {
    Optional<String> id = LinearJson.name(body, "/data/id");
    Optional<String> team =
        LinearJson.name(body, "/data/teamId").or(() -> LinearJson.name(body, "/data/team/id"));
    Optional<String> identifier = LinearJson.name(body, "/data/identifier");
    Optional<Instant> updatedAt = LinearJson.time(body, "/data/updatedAt");
    Optional<Set<String>> labels = LinearJson.ids(body, "/data/labelIds");
    if (id.isEmpty()
        || team.isEmpty()
        || identifier.isEmpty()
        || updatedAt.isEmpty()
        || labels.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LinearEvent.IssueSeen(
            organization,
            team.get(),
            new IssueId(id.get()),
            identifier.get(),
            updatedAt.get(),
            labels.get()));
  }

  private static LinearEvent touched(String organization, String pointer, ObjectNode body) {
    return LinearJson.name(body, pointer)
        .<LinearEvent>map(id -> new LinearEvent.IssueTouched(organization, new IssueId(id)))
        .orElseGet(() -> new LinearEvent.Malformed("the event names no issue"));
  }
}
