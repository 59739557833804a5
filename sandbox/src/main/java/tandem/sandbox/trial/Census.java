package tandem.sandbox.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tandem.sandbox.stage.Pair;
import tandem.sandbox.stage.Stage;

/**
 * How many things there are in both trackers: choosing budgets makes none and takes none away.
 *
 * @param ordinary labels of Jira issues that are no budgets
 */
record Census(long jiraIssues, long linearIssues, long linearLabels, long links, long ordinary) {
  static Census of(Stage stage) {
    return new Census(
        stage.trackers().jira().store().issues().size(),
        count(stage, "issues"),
        count(stage, "issueLabels"),
        count(stage, "attachments"),
        stage.pairs().stream().mapToLong(pair -> ordinary(stage, pair)).sum());
  }

  private static long ordinary(Stage stage, Pair pair) {
    var labels = stage.trackers().jira().hand().read(pair.jiraId()).labels();
    return labels.stream().filter(label -> label.startsWith("ordinary-")).count();
  }

  private static long count(Stage stage, String field) {
    var query =
        "query($after: String) { %s(first: 250, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }"
            .formatted(field);
    var variables = new HashMap<String, String>();
    variables.put("after", null);
    var page = ask(stage, query, variables).path(field);
    long count = page.path("nodes").size();
    while (page.at("/pageInfo/hasNextPage").asBoolean()) {
      variables.put("after", page.at("/pageInfo/endCursor").asText());
      page = ask(stage, query, variables).path(field);
      count += page.path("nodes").size();
    }
    return count;
  }

  private static JsonNode ask(Stage stage, String query, Map<String, String> variables) {
    var trackers = stage.trackers();
    return trackers.linear().ask(trackers.linearAdmin(), query, variables);
  }

  /** How many more or fewer there are than before, whatever they are. */
  long apartFrom(Census before) {
    long sum = 0;
    for (int i = 0; i < numbers().size(); i++) {
      sum += Math.abs(numbers().get(i) - before.numbers().get(i));
    }
    return sum;
  }

  private List<Long> numbers() {
    return List.of(jiraIssues, linearIssues, linearLabels, links, ordinary);
  }
}
