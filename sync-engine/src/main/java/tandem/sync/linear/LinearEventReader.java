package tandem.sync.linear;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tandem.sync.document.TitledDocument;
import tandem.sync.model.IssueId;
import tandem.sync.model.Original;

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
      case "Document" -> document(organization.get(), action.get(), body);
      case "Comment" -> comment(organization.get(), action.get(), body);
      default -> new LinearEvent.Ignored(type.get() + " " + action.get());
    };
  }

  /** A removed or archived issue is read back: whether it is gone for us is the tracker's word. */
  private static LinearEvent issue(String organization, String action, ObjectNode body) {
    Optional<LinearEvent> seen =
        isAlive(action, body) ? seen(organization, body) : Optional.empty();
    return seen.orElseGet(() -> touched(organization, "/data/id", body));
  }

  private static boolean isAlive(String action, ObjectNode body) {
    return !action.equals("remove")
        && body.at("/data/archivedAt").asText("").isEmpty()
        && !body.at("/data/trashed").asBoolean(false);
  }

  private static LinearEvent document(String organization, String action, ObjectNode body) {
    Optional<String> id = LinearJson.name(body, "/data/id");
    Optional<Original> seen = isAlive(action, body) ? decision(body) : Optional.empty();
    return id.isEmpty()
        ? new LinearEvent.Malformed("the event names no document")
        : seen.<LinearEvent>map(
                all -> new LinearEvent.DecisionSeen(organization, all, replaced(body)))
            .orElseGet(() -> new LinearEvent.DocumentTouched(organization, id.get()));
  }

  private static Optional<Original> decision(ObjectNode body) {
    String title = body.at("/data/title").asText("");
    String content = body.at("/data/content").asText("");
    return decision(body, new TitledDocument(title, content), "/data/updatedAt");
  }

  /** What changed has its old value in {@code updatedFrom}; null there is no text. */
  private static Optional<Original> replaced(ObjectNode body) {
    JsonNode title = body.at("/updatedFrom/title");
    JsonNode content = body.at("/updatedFrom/content");
    if (title.isMissingNode() && content.isMissingNode()) {
      return Optional.empty();
    }
    TitledDocument before =
        new TitledDocument(
            (title.isMissingNode() ? body.at("/data/title") : title).asText(""),
            (content.isMissingNode() ? body.at("/data/content") : content).asText(""));
    return decision(body, before, "/updatedFrom/updatedAt");
  }

  private static Optional<Original> decision(
      ObjectNode body, TitledDocument document, String time) {
    return document.isDecision()
        ? LinearJson.name(body, "/data/id")
            .map(id -> new Original(id, document.text(), LinearJson.time(body, time)))
        : Optional.empty();
  }

  /** Of all comments only those are of interest that ask for a decision. */
  private static LinearEvent comment(String organization, String action, ObjectNode body) {
    boolean asks =
        !action.equals("remove") && LinearCommands.isCommand(body.at("/data/body").asText(""));
    return asks
        ? touched(organization, "/data/issueId", body)
        : new LinearEvent.Ignored("Comment " + action);
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
