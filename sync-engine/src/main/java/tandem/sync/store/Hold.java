package tandem.sync.store;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import tandem.sync.model.DecisionId;

/**
 * Deletions of one link that wait for a person's yes.
 *
 * @param id 0 until it is stored
 * @param why the row of {@code docs/reconcile.md}
 * @param budget the budget tag is to be taken away
 * @param decisions these decisions are to be deleted
 * @param released a person said yes
 */
public record Hold(
    long id, String why, boolean budget, SortedSet<DecisionId> decisions, boolean released) {
  public Hold {
    decisions = Collections.unmodifiableSortedSet(new TreeSet<>(decisions));
  }

  /** It speaks of all that the other one speaks of. */
  public boolean covers(Hold other) {
    return (budget || !other.budget) && decisions.containsAll(other.decisions);
  }

  boolean isSame(Hold other) {
    return covers(other) && other.covers(this);
  }
}
