package tandem.sync.jira;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tandem.sync.replica.Outcome;

/**
 * Fetching many issues at once.
 *
 * @see <a
 *     href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post">Bulk
 *     fetch issues</a>
 */
final class JiraBulk {
  private static final int MOST = 100;

  private JiraBulk() {}

  static List<List<String>> parts(Collection<String> names) {
    List<String> all = List.copyOf(names);
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST) {
      parts.add(all.subList(from, Math.min(from + MOST, all.size())));
    }
    return parts;
  }

  static ObjectNode query(List<String> names) {
    ObjectNode query = JiraJson.newObject();
    ArrayNode asked = query.putArray("issueIdsOrKeys");
    names.forEach(asked::add);
    ArrayNode fields = query.putArray("fields");
    JiraSearch.FIELDS.forEach(fields::add);
    return query;
  }

  static <T> Outcome<List<T>> joined(List<T> before, List<T> more) {
    List<T> all = new ArrayList<>(before);
    all.addAll(more);
    return new Outcome.Done<>(List.copyOf(all));
  }
}
