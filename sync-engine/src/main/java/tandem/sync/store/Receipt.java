package tandem.sync.store;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;
import tandem.sync.model.Side;

/**
 * A change that was applied, or of which nobody can tell whether it was.
 *
 * @param id later ones are greater
 * @param before the tags that stood there
 * @param why the row of {@code docs/reconcile.md}
 * @param causedAt the tracker's time of the edit that was mirrored
 * @param appliedAt Tandem's time at which it was known to be applied, or given up where nothing
 *     tells whether it was
 */
public record Receipt(
    long id,
    Side side,
    SortedSet<Budget> before,
    Draw after,
    String why,
    How how,
    Instant causedAt,
    Instant appliedAt) {

  /** How it is known. */
  public enum How {
    /** The tracker answered the write. */
    ANSWERED,
    /** The answer was lost; a later look found the change in place. */
    READ_BACK,
    /**
     * It was set out, and it cannot be told whether it ever took effect: no answer came, and before
     * the next look somebody had edited. What it was to take away is not lost without a trace.
     */
    UNANSWERED
  }

  /** The change is known to have taken effect. */
  public boolean isKnown() {
    return how != How.UNANSWERED;
  }

  /** How late the mirror was. Negative where the two clocks differ by more than that. */
  public Duration lag() {
    return Duration.between(causedAt, appliedAt);
  }
}
