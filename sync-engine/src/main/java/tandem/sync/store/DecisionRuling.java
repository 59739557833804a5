package tandem.sync.store;

import java.time.Instant;
import tandem.sync.model.Ruling;

/**
 * What a person ruled about a decision. Values are texts in its notation, empty for no decision.
 *
 * @param id 0 until it is stored
 * @param value what both sides are to hold
 * @param left what the left held when it was given
 * @param right the same of the right
 * @param at Tandem's time at which it was given
 */
public record DecisionRuling(
    long id, Ruling.Kind kind, String value, String left, String right, Instant at) {}
