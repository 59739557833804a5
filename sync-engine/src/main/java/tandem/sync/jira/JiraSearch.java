package tandem.sync.jira;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.replica.Cursor;

/**
 * A search for what changed, and the place in it.
 *
 * <p>JQL reads a date in the time zone of whoever asks, so the window is given relative to now, in
 * JQL's resolution of minutes and a minute larger than needed. A page's token belongs to the very
 * query that it came from: the cursor keeps both.
 *
 * @param minutes how far the search reaches back; 0 for all issues of the project
 * @param token the vendor's token of the page; absent for the first one
 * @see <a
 *     href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/">Issue
 *     search</a>
 */
record JiraSearch(long minutes, Optional<String> token) {
  private static final int PAGE = 100;
  static final List<String> FIELDS = List.of(JiraIssue.FIELDS.split(",", -1));

  static JiraSearch first(Instant since, Instant now) {
    long whole = Math.max(0, Duration.between(since, now).toMinutes());
    return new JiraSearch(since.isAfter(Instant.EPOCH) ? whole + 2 : 0, Optional.empty());
  }

  /** Empty where the cursor is none of ours. */
  static Optional<JiraSearch> at(Cursor cursor) {
    String[] parts = cursor.value().split(":", 2);
    return parts.length == 2 && JiraIds.isNumeric(parts[0])
        ? Optional.of(new JiraSearch(Long.parseLong(parts[0]), Optional.of(parts[1])))
        : Optional.empty();
  }

  Cursor next(String nextToken) {
    return new Cursor(minutes + ":" + nextToken);
  }

  /** What is to be counted. */
  static ObjectNode everythingIn(String projectId) {
    return JiraJson.newObject().put("jql", "project = " + projectId);
  }

  ObjectNode query(String projectId) {
    ObjectNode query = JiraJson.newObject();
    String window = minutes == 0 ? "" : " AND updated >= \"-%dm\"".formatted(minutes);
    query.put("jql", "project = " + projectId + window + " ORDER BY updated ASC, id ASC");
    ArrayNode fields = query.putArray("fields");
    FIELDS.forEach(fields::add);
    query.put("maxResults", PAGE);
    token.ifPresent(value -> query.put("nextPageToken", value));
    return query;
  }
}
