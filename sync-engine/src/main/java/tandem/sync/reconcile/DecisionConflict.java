package tandem.sync.reconcile;

import java.util.List;
import java.util.Optional;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;

/**
 * Something in a decision that a person may want to look at. What each side held is kept here,
 * whatever was chosen.
 *
 * @param row the reason
 * @param where the field or the section, in words
 * @param held what was agreed and what either side held; empty where it held nothing
 * @param chosen the side whose value both get; empty while a person has to choose. In the rows D15
 *     and D16 the side that took the step
 */
public record DecisionConflict(
    DecisionRow row, String where, Versions<List<Passage>> held, Optional<Side> chosen) {
  public DecisionConflict {
    held = held.map(List::copyOf);
  }

  /** Nothing was chosen: the sides stay different in this. */
  public boolean isOpen() {
    return chosen.isEmpty();
  }
}
