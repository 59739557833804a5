package tandem.sync.reconcile;

import java.util.Optional;
import tandem.sync.model.Draw;
import tandem.sync.model.Side;

/**
 * What to do about one link's budget tag. Data; applying it is the engine's.
 *
 * @param row the row of the truth table that gave it
 * @param next the base once both edits are applied; empty where the sides stay different until a
 *     person chooses, and the base stays as it is
 */
public record Plan(
    Row row, Optional<Draw> next, TagEdit left, TagEdit right, Optional<Conflict> conflict) {

  /** The edit for one side; empty where the side is as it should be. */
  public TagEdit edit(Side side) {
    return side == Side.LEFT ? left : right;
  }

  /** Nothing to write on either side. */
  public boolean isQuiet() {
    return left.isEmpty() && right.isEmpty();
  }
}
