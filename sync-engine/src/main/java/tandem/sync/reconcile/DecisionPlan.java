package tandem.sync.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import tandem.sync.model.Decision;
import tandem.sync.model.Side;

/**
 * What to do about one decision. Data; applying it is the engine's.
 *
 * @param found the decision as it was found; empty where it is not
 * @param next what each side should hold, and the base once both do; empty where it should not be.
 *     Where a conflict is open the sides differ in it, and the base keeps what it had there
 * @param rows the rows of the truth tables that gave it
 */
public record DecisionPlan(
    Versions<Optional<Decision>> found,
    Versions<Optional<Decision>> next,
    SortedSet<DecisionRow> rows,
    List<DecisionConflict> conflicts) {

  /**
   * Something is to be written or deleted on this side. A side that only writes it otherwise is
   * left alone.
   */
  public boolean changes(Side side) {
    Optional<Decision> before = found.of(side);
    Optional<Decision> after = next.of(side);
    return before.isPresent() != after.isPresent()
        || (before.isPresent() && !before.get().says(after.orElseThrow()));
  }

  /** Nothing to write on either side. */
  public boolean isQuiet() {
    return !changes(Side.LEFT) && !changes(Side.RIGHT);
  }

  /** Both sides differ from what was agreed. */
  public boolean isContested() {
    return isNews(found.left()) && isNews(found.right());
  }

  private boolean isNews(Optional<Decision> side) {
    Optional<Decision> base = found.base();
    return side.isPresent() != base.isPresent()
        || (side.isPresent() && !side.get().says(base.orElseThrow()));
  }

  /** A person ruled it. */
  public boolean isRuled() {
    return rows.contains(DecisionRow.D21) || rows.contains(DecisionRow.D22);
  }

  /** Something waits for a person. */
  public boolean isOpen() {
    return conflicts.stream().anyMatch(DecisionConflict::isOpen);
  }

  /** Nothing may be written, and nothing is agreed, until a person made it shorter (row D18). */
  public boolean isHeldBack() {
    return rows.contains(DecisionRow.D18);
  }

  /** What it writes is short enough for either tracker. */
  boolean fits() {
    return fits(Side.LEFT) && fits(Side.RIGHT);
  }

  private boolean fits(Side side) {
    return !changes(side) || next.of(side).map(Decision::fits).orElse(true);
  }
}
