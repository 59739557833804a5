package tandem.sync.store;

import java.time.Instant;
import java.util.Optional;
import tandem.sync.model.Side;

/**
 * A write of a decision that was written down before it was sent. Values are texts in its notation,
 * empty where it is, or should be, not there.
 *
 * @param id 0 until it is stored
 * @param plan the writes of one plan share it; 0 until it is stored
 * @param before what the plan found there
 * @param agreed what both sides agree on once the plan is through
 * @param why the rows of {@code docs/reconcile.md}, parted by commas
 * @param causedAt the tracker's time of the edit that is mirrored by this
 * @param answered the tracker confirmed it; while false it may or may not have happened
 * @param look on which the plan was made; {@link Look#NONE} until it is stored
 */
public record DecisionIntent(
    long id,
    long plan,
    Side side,
    String before,
    String after,
    String agreed,
    String why,
    Instant causedAt,
    boolean answered,
    Look look) {

  /**
   * What was known of a side when a plan was made.
   *
   * @param news how much news of the side the last look had answered, in {@link SideState#news}
   * @param at the tracker's time of what it found of the decision; empty where the tracker keeps
   *     none, or nothing stood there
   */
  public record Look(long news, Optional<Instant> at) {
    public static final Look NONE = new Look(0, Optional.empty());
  }

  /** Sets out to do the same to the same. */
  public boolean repeats(DecisionIntent other) {
    return side == other.side
        && before.equals(other.before)
        && after.equals(other.after)
        && agreed.equals(other.agreed);
  }

  DecisionIntent inPlan(long number) {
    return new DecisionIntent(
        id, number, side, before, after, agreed, why, causedAt, answered, look);
  }
}
