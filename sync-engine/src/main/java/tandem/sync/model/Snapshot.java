package tandem.sync.model;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one side was last observed to hold, in Tandem's own terms.
 *
 * @param budgets the budgets whose tags the issue carries. A settled issue carries at most one; a
 *     second one means that a person is switching.
 * @param at the tracker's own time of this state ({@code updated}, {@code updatedAt}), in its
 *     resolution of milliseconds. Of two observations of a side the one with the later time is the
 *     newer; equal times are ordered by arrival.
 */
public record Snapshot(SortedSet<Budget> budgets, Instant at) {
  public Snapshot {
    budgets = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(budgets));
  }
}
