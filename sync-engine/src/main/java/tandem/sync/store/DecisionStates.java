package tandem.sync.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Side;

/**
 * The decision log of a link.
 *
 * @param leftRead the decisions of the left were read at least once
 * @param rightRead the same of the right
 * @param all by id, those included that are remembered by their id only
 */
public record DecisionStates(
    boolean leftRead, boolean rightRead, SortedMap<DecisionId, DecisionState> all) {
  public DecisionStates {
    all = Collections.unmodifiableSortedMap(new TreeMap<>(all));
  }

  public boolean isRead(Side side) {
    return side == Side.LEFT ? leftRead : rightRead;
  }

  /** Nothing is known of an id that is not in it. */
  public DecisionState of(DecisionId id) {
    return all.getOrDefault(id, DecisionState.UNKNOWN);
  }
}
