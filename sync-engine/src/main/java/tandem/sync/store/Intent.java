package tandem.sync.store;

import java.time.Instant;
import java.util.SortedSet;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;
import tandem.sync.model.Side;

/**
 * A change of a budget tag that was written down before it was sent.
 *
 * @param id 0 until it is stored
 * @param before the tags that the plan assumed
 * @param why the row of {@code docs/reconcile.md}
 * @param causedAt the tracker's time of the edit that is mirrored by this
 * @param answered the tracker confirmed it; while false it may or may not have happened
 */
public record Intent(
    long id,
    Side side,
    SortedSet<Budget> before,
    Draw after,
    String why,
    Instant causedAt,
    boolean answered) {}
