package tandem.sync.engine;

import java.util.Optional;
import java.util.function.BiFunction;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.Original;

/**
 * A decision as an event tells of it.
 *
 * @param seen what stands there
 * @param replaced what stood there just before, where the event tells
 * @param reading what either of them is, as a decision of this id; pure
 */
public record Told(
    Original seen, Optional<Original> replaced, BiFunction<DecisionId, Original, Held> reading) {

  /** Nothing is told of what stood there before. */
  public Told(Original seen, BiFunction<DecisionId, Original, Held> reading) {
    this(seen, Optional.empty(), reading);
  }

  Held seenAs(DecisionId id) {
    return reading.apply(id, seen);
  }

  Optional<Held> replacedAs(DecisionId id) {
    return replaced.map(text -> reading.apply(id, text));
  }
}
