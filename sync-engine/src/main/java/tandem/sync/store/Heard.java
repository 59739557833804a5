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
 * @param newestWrite the id of the newest intent that was known when it came first, 0 for none
 */
public record Heard(
    DecisionId decision, Side side, String value, Instant at, boolean ours, long newestWrite) {

  /** The same news, whenever it came. */
  public boolean isSame(Heard other) {
    return decision.equals(other.decision)
        && side == other.side
        && value.equals(other.value)
        && at.equals(other.at)
        && ours == other.ours;
  }
}
