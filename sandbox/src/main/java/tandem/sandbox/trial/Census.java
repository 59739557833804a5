package tandem.sandbox.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tandem.sandbox.stage.Pair;
import tandem.sandbox.stage.Stage;

/**
 * How many things there are in both trackers: choosing budgets and rewriting decisions makes none
 * and takes none away, a decision that is new is one on each side, an issue that is new gets a
 * twin.
 *
 * @param decisions properties of Jira issues that hold one
 * @param ordinary labels of Jira issues that are no budgets
 */
record Census(
    long jiraIssues,
    long linearIssues,
    long linearLabels,
    long links,
    long documents,
    long decisions,
    long ordinary) {
  static Census of(Stage stage) {
    return new Census(
        stage.trackers().jira().store().issues().size(),
        count(stage, "issues"),
        count(stage, "issueLabels"),
        count(stage, "attachments"),
        count(stage, "documents"),
        stage.pairs().stream().mapToLong(pair -> decisions(stage, pair)).sum(),
        stage.pairs().stream().mapToLong(pair -> ordinary(stage, pair)).sum());
  }

  private static long ordinary(Stage stage, Pair pair) {
    var labels = stage.trackers().jira().hand().read(pair.jiraId()).labels();
    return labels.stream().filter(label -> label.startsWith("ordinary-")).count();
  }

  private static long decisions(Stage stage, Pair pair) {
    var issue = stage.trackers().jira().hand().read(pair.jiraId());
    return issue.annex().properties().keySet().stream()
        .filter(key -> key.startsWith("tandem.decision."))
        .count();
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

  Census withDecisions(int more) {
    return new Census(
        jiraIssues,
        linearIssues,
        linearLabels,
        links,
        documents + more,
        decisions + more,
        ordinary);
  }

  Census withTwins(int more) {
    return new Census(
        jiraIssues + more,
        linearIssues + more,
        linearLabels,
        links + more,
        documents,
        decisions,
        ordinary);
  }

  /** How many more there are than there should be, whatever they are. */
  long beyond(Census wanted) {
    long sum = 0;
    for (int i = 0; i < numbers().size(); i++) {
      sum += Math.max(0, numbers().get(i) - wanted.numbers().get(i));
    }
    return sum;
  }

  private List<Long> numbers() {
    return List.of(jiraIssues, linearIssues, linearLabels, links, documents, decisions, ordinary);
  }
}
