package tandem.sync.reconcile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tandem.sync.model.Decision;
import tandem.sync.model.Side;

/**
 * Brings back edits that our own writes overwrote (rows P08, D23). A side stands for what it would
 * hold, had its edit been seen before the write: the edit and what was written are merged over what
 * the plan had found there, and what was done to the side since stays.
 */
final class Restoration {
  private final Referee referee;
  private final Set<DecisionRow> rows = EnumSet.noneOf(DecisionRow.class);
  private final List<DecisionConflict> conflicts = new ArrayList<>();
  private Versions<Optional<Decision>> sides;

  private Restoration(Versions<Optional<Decision>> found, Referee referee) {
    this.sides = found;
    this.referee = referee;
  }

  /**
   * @param found what was agreed and what the sides hold
   * @param edits oldest first
   */
  static Restoration of(
      Versions<Optional<Decision>> found, List<Overwritten> edits, Referee referee) {
    Restoration restoration = new Restoration(found, referee);
    edits.forEach(restoration::bringBack);
    return restoration;
  }

  /** What the sides stand for, and what they agreed on before all that is contested. */
  Versions<Optional<Decision>> sides() {
    return sides;
  }

  private void bringBack(Overwritten edit) {
    Side side = edit.side();
    DecisionPlan caughtUp =
        DecisionMerge.plan(
            GroundMerge.versions(edit.before(), side, edit.lost(), edit.after()),
            referee.since(side, edit.at()));
    DecisionPlan since =
        DecisionMerge.plan(
            new Versions<>(edit.after(), sides.of(side), caughtUp.next().of(side)),
            Referee.FOR_THE_LEFT);
    rows.addAll(caughtUp.rows());
    conflicts.addAll(caughtUp.conflicts());
    since.conflicts().forEach(conflict -> changedOnceMore(conflict, side));
    sides =
        GroundMerge.versions(
            GroundMerge.base(sides.base(), caughtUp, side),
            side,
            since.next().left(),
            sides.of(side.other()));
  }

  /** The side's own values of then and now; what stands is shown as the other side's. */
  private void changedOnceMore(DecisionConflict conflict, Side side) {
    if (!GroundMerge.STEPS.contains(conflict.row())) {
      var held =
          GroundMerge.versions(
              conflict.held().base(), side, conflict.held().right(), conflict.held().left());
      rows.add(DecisionRow.D23);
      conflicts.add(
          new DecisionConflict(DecisionRow.D23, conflict.where(), held, Optional.of(side.other())));
    }
  }

  /** The plan that was made for what the sides stand for, as the plan for what they hold. */
  DecisionPlan complete(DecisionPlan plan, Versions<Optional<Decision>> found) {
    var all = new TreeSet<>(plan.rows());
    rows.stream().filter(row -> !GroundMerge.STEPS.contains(row)).forEach(all::add);
    List<DecisionConflict> reported = new ArrayList<>(GroundMerge.answered(conflicts));
    reported.addAll(plan.conflicts());
    DecisionPlan whole = new DecisionPlan(found, plan.next(), all, reported);
    return whole.isHeldBack() || !whole.fits() ? DecisionMerge.heldBack(found) : whole;
  }
}
