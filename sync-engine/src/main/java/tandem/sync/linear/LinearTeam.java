package tandem.sync.linear;

import java.net.URI;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tandem.sync.model.Budget;
import tandem.sync.model.Snapshot;
import tandem.sync.replica.Change;
import tandem.sync.replica.Observation;

/**
 * The right side of a mapping.
 *
 * @param api the address of the GraphQL endpoint, absolute, http or https
 * @param teamId Linear's UUID of the team
 * @param labelIds the label that stands for each budget, by Linear's UUID: a renamed label stays
 *     the same. No two budgets share a label
 */
public record LinearTeam(URI api, String teamId, SortedMap<Budget, String> labelIds) {
  private static final int LONGEST_ID = 64;

  public LinearTeam {
    labelIds = Collections.unmodifiableSortedMap(new TreeMap<>(labelIds));
    if (!isId(teamId) || !labelIds.values().stream().allMatch(LinearTeam::isId)) {
      throw new IllegalArgumentException("a Linear id has 1 to " + LONGEST_ID + " characters");
    }
    if (new HashSet<>(labelIds.values()).size() != labelIds.size()) {
      throw new IllegalArgumentException("two budgets share a Linear label");
    }
  }

  private static boolean isId(String id) {
    return !id.isBlank() && id.length() <= LONGEST_ID;
  }

  /** What a webhook's issue says about the budgets of this mapping. */
  public Observation.Present observed(LinearEvent.IssueSeen seen) {
    return new Observation.Present(
        seen.issue(),
        seen.identifier(),
        new Snapshot(budgetsOf(seen.labelIds()), seen.updatedAt()));
  }

  /**
   * Whether all budgets of a change have a label here; a mapping may have been edited meanwhile.
   */
  boolean knows(Change.Retag retag) {
    return labelIds.keySet().containsAll(retag.add())
        && labelIds.keySet().containsAll(retag.remove());
  }

  /** The labels that stand for these budgets. */
  List<String> labelIdsOf(Set<Budget> budgets) {
    return labelIds.entrySet().stream()
        .filter(entry -> budgets.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The budgets among an issue's labels; every other label is somebody else's. */
  SortedSet<Budget> budgetsOf(Set<String> issueLabelIds) {
    return labelIds.entrySet().stream()
        .filter(entry -> issueLabelIds.contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
