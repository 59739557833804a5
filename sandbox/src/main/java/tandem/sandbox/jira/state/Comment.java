package tandem.sandbox.jira.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.SortedMap;

/**
 * A comment on an issue.
 *
 * @param body an ADF document
 */
public record Comment(
    String id, Written written, JsonNode body, SortedMap<String, JsonNode> properties) {
  /** Who wrote it first and last, by account id, and when. */
  public record Written(String author, Instant created, String updateAuthor, Instant updated) {}
}
