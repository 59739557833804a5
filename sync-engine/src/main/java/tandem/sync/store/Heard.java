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
 */
public record Heard(DecisionId decision, Side side, String value, Instant at, boolean ours) {}
