package tandem.sync.store;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;

/**
 * A conflict as it is kept: both values, whatever became of it.
 *
 * @param why the row of {@code docs/reconcile.md}
 * @param chosen what a policy chose; empty while it is open
 */
public record ConflictRecord(
    String why,
    SortedSet<Budget> left,
    SortedSet<Budget> right,
    Optional<Draw> chosen,
    Instant foundAt) {}
