package tandem.sync.replica;

import java.util.Optional;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Original;

/** A change of one decision of one side, as data. */
public sealed interface DecisionChange {
  DecisionId id();

  /**
   * Makes the side hold this decision. What says the same as in {@code previous} stays as it is
   * written there. Applying it twice leaves one decision, the same as applying it once: a new one
   * gets an id that is derived from the and the decision's.
   *
   * @param previous what was last read of it there; empty where it was not there
   */
  record Write(Decision decision, Optional<Original> previous) implements DecisionChange {
    @Override
    public DecisionId id() {
      return decision.id();
    }
  }

  /** Takes the decision away; one that is gone already is no failure. */
  record Erase(DecisionId id, Original previous) implements DecisionChange {}
}
