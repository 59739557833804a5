package tandem.sync.jira;

import java.net.URI;
import java.util.Collections;
import java.util.HashSet;
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
 * The left side of a mapping.
 *
 * @param site the base URL of the Jira site, absolute, http or https, without query; every call
 *     goes to an address below it
 * @param projectId Jira's numeric id of the project, as text: keys change, ids do not
 * @param labels how each budget is written, for instance {@code budget:features}; exact, since
 *     Jira's labels are case-sensitive. No two budgets share a label
 */
public record JiraProject(URI site, String projectId, SortedMap<Budget, String> labels) {
  private static final int LONGEST_LABEL = 255;

  public JiraProject {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    if (!JiraIds.isNumeric(projectId)) {
      throw new IllegalArgumentException("a Jira project id is a number");
    }
    if (!labels.values().stream().allMatch(JiraProject::isLabel)) {
      throw new IllegalArgumentException("a Jira label has 1 to 255 characters and no space");
    }
    if (new HashSet<>(labels.values()).size() != labels.size()) {
      throw new IllegalArgumentException("two budgets share a Jira label");
    }
  }

  private static boolean isLabel(String label) {
    return !label.isEmpty()
        && label.length() <= LONGEST_LABEL
        && label.chars().noneMatch(Character::isWhitespace);
  }

  /** What a webhook's issue says about the budgets of this mapping. */
  public Observation.Present observed(JiraEvent.IssueSeen seen) {
    return new Observation.Present(
        seen.issue(), seen.key(), new Snapshot(budgetsOf(seen.labels()), seen.updated()));
  }

  /**
   * Whether all budgets of a change have a label here; a mapping may have been edited meanwhile.
   */
  boolean knows(Change.Retag retag) {
    return labels.keySet().containsAll(retag.add()) && labels.keySet().containsAll(retag.remove());
  }

  /** How Jira writes these budgets. */
  Set<String> labelsOf(Set<Budget> budgets) {
    return labels.entrySet().stream()
        .filter(entry -> budgets.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The budgets among an issue's labels; every other label is somebody else's. */
  SortedSet<Budget> budgetsOf(Set<String> issueLabels) {
    return labels.entrySet().stream()
        .filter(entry -> issueLabels.contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
