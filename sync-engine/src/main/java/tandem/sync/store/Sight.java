package tandem.sync.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What one side was last seen to hold of a decision.
 *
 * @param value the decision in its notation; empty text where it is not there or cannot be read
 * @param unread why it cannot be read, one sentence without its text
 * @param trace where it stands; empty where it is not there
 * @param since the tracker's time at which it was first seen to be just this, or Tandem's where the
 *     tracker keeps none
 */
public record Sight(String value, Optional<String> unread, Optional<Trace> trace, Instant since) {

  /**
   * Where a decision stands in its tracker.
   *
   * @param ref the tracker's own name for it
   * @param mark equal for two texts of it that are equal
   * @param at the tracker's time of the newest look at it; empty where the tracker keeps none
   */
  public record Trace(String ref, String mark, Optional<Instant> at) {}

  /** It is not there. */
  public static Sight gone(Instant since) {
    return new Sight("", Optional.empty(), Optional.empty(), since);
  }

  boolean isGone() {
    return trace.isEmpty();
  }

  /** Holds the same, since whenever. */
  public boolean isSame(Sight other) {
    return value.equals(other.value) && unread.equals(other.unread) && isGone() == other.isGone();
  }

  /** The same as it was, seen again: its time stays. */
  public Sight since(Instant time) {
    return new Sight(value, unread, trace, time);
  }
}
