package tandem.sync.store;

import java.time.Instant;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Side;

/**
 * What an event told of a decision.
 *
 * @param value what it was, in its notation
 * @param at the tracker's time of the change
 * @param ours it was a write of ours
 * @param news how much news of the side there was with it when it came first, in {@link
 *     SideState#news}: a look that answered so much came after it
 */
public record Heard(
    DecisionId decision, Side side, String value, Instant at, boolean ours, long news) {

  /** The same news, whenever it came. */
  public boolean isSame(Heard other) {
    return decision.equals(other.decision)
        && side == other.side
        && value.equals(other.value)
        && at.equals(other.at)
        && ours == other.ours;
  }
}
