package tandem.sandbox.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tandem.sandbox.jira.Cast;

/**
 * The people of both trackers, who choose budgets. Their edits are real: with changelog, times and
 * webhooks. Not for several threads.
 */
public final class People {
  private static final String LABELS =
      "query($after: String) { issueLabels(first: 100, after: $after) { nodes { id name parent {"
          + " name } } pageInfo { hasNextPage endCursor } } }";
  private static final String WORN = "query($id: String!) { issue(id: $id) { labelIds } }";
  private static final String CHOICE =
      "mutation($id: String!, $input: IssueUpdateInput!) {"
          + " issueUpdate(id: $id, input: $input) { success } }";

  private final Trackers trackers;
  private final Map<String, String> labelIds = new HashMap<>();

  People(Trackers trackers) {
    this.trackers = trackers;
  }

  /** Learns the labels that a mapping made in Linear; answers how many names stand there twice. */
  public int learnLabels() {
    int doubled = 0;
    String after = null;
    do {
      var variables = new HashMap<String, String>();
      variables.put("after", after);
      var page = ask(LABELS, variables).path("issueLabels");
      for (JsonNode label : page.path("nodes")) {
        boolean budget = label.at("/parent/name").asText().equals("Budget");
        var id = label.path("id").asText();
        var known = budget ? labelIds.putIfAbsent(label.path("name").asText(), id) : null;
        doubled += known == null || known.equals(id) ? 0 : 1;
      }
      after = page.at("/pageInfo/hasNextPage").asBoolean() ? end(page) : null;
    } while (after != null);
    return doubled;
  }

  private static String end(JsonNode page) {
    return page.at("/pageInfo/endCursor").asText();
  }

  /** The budgets that an issue shows. */
  public SortedSet<String> shown(Pair pair, Tracker side) {
    return switch (side) {
      case JIRA -> budgets(trackers.jira().hand().read(pair.jiraId()).labels());
      case LINEAR -> inLinear(pair);
    };
  }

  /** True where both issues show the same and at most one budget. */
  public boolean agree(Pair pair) {
    var inJira = shown(pair, Tracker.JIRA);
    return inJira.size() <= 1 && inJira.equals(shown(pair, Tracker.LINEAR));
  }

  /**
   * Chooses a budget, or none.
   *
   * @return what the issue showed just before
   */
  public SortedSet<String> choose(Pair pair, Tracker side, Optional<String> budget) {
    return switch (side) {
      case JIRA -> budgets(inJira(pair, budget));
      case LINEAR -> inLinear(pair, budget);
    };
  }

  private SortedSet<String> inJira(Pair pair, Optional<String> budget) {
    return trackers
        .jira()
        .hand(Cast.EDITOR)
        .relabel(
            pair.jiraId(),
            labels -> {
              labels.removeIf(label -> label.startsWith(Budgets.PREFIX));
              budget.ifPresent(name -> labels.add(Budgets.PREFIX + name));
            });
  }

  private static SortedSet<String> budgets(Set<String> labels) {
    var names = new TreeSet<String>();
    labels.stream()
        .filter(label -> label.startsWith(Budgets.PREFIX))
        .forEach(label -> names.add(label.substring(Budgets.PREFIX.length())));
    return names;
  }

  private SortedSet<String> inLinear(Pair pair) {
    var worn = new TreeSet<String>();
    ask(WORN, Map.of("id", pair.linearId()))
        .at("/issue/labelIds")
        .forEach(id ->
            labelIds.forEach((name, known) -> {
              if (known.equals(id.asText())) {
                worn.add(name);
              }
            }));
    return worn;
  }

  private SortedSet<String> inLinear(Pair pair, Optional<String> budget) {
    var before = inLinear(pair);
    var input = new HashMap<String, List<String>>();
    var removed = new ArrayList<>(before);
    budget.ifPresent(removed::remove);
    input.put("removedLabelIds", removed.stream().map(this::label).toList());
    input.put("addedLabelIds", budget.map(this::label).stream().toList());
    ask(CHOICE, Map.of("id", pair.linearId(), "input", input));
    return before;
  }

  /** Linear's id of a budget's label. */
  public String label(String budget) {
    var id = labelIds.get(budget);
    if (id == null) {
      throw new IllegalArgumentException("Linear has no label for " + budget);
    }
    return id;
  }

  private JsonNode ask(String query, Map<String, ?> variables) {
    return trackers.linear().ask(trackers.linearAdmin(), query, variables);
  }
}
