package tandem.sync.reconcile;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;

/**
 * Both sides hold something that the other did not know. Both values are kept here.
 *
 * @param row the reason
 * @param chosen what the policy chose; empty while a person has to choose
 */
public record Conflict(
    Row row, SortedSet<Budget> left, SortedSet<Budget> right, Optional<Draw> chosen) {
  public Conflict {
    left = Collections.unmodifiableSortedSet(new TreeSet<>(left));
    right = Collections.unmodifiableSortedSet(new TreeSet<>(right));
  }
}
