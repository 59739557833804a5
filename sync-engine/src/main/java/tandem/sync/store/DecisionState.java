package tandem.sync.store;

import java.util.List;
import java.util.Optional;
import tandem.sync.model.Side;

/**
 * All that is known of one decision of a link.
 *
 * @param base what both sides last agreed on, empty text where they never did or agreed that it is
 *     not there
 * @param left empty where it was never seen there, or is gone from both sides
 * @param right the same of the right
 * @param intents open ones, oldest first
 * @param disputes open ones
 * @param ruling the open one
 */
public record DecisionState(
    String base,
    Optional<Sight> left,
    Optional<Sight> right,
    List<DecisionIntent> intents,
    List<DecisionDispute> disputes,
    Optional<DecisionRuling> ruling) {
  public static final DecisionState UNKNOWN =
      new DecisionState(
          "", Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty());

  public DecisionState {
    intents = List.copyOf(intents);
    disputes = List.copyOf(disputes);
  }

  public Optional<Sight> sight(Side side) {
    return side == Side.LEFT ? left : right;
  }

  /** Only its id is remembered: it is not there, and both sides agree on that. */
  public boolean isTombstone() {
    return base.isEmpty()
        && left.isEmpty()
        && right.isEmpty()
        && intents.isEmpty()
        && ruling.isEmpty();
  }
}
