package tandem.sync.reconcile;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tandem.sync.model.Decision;
import tandem.sync.model.Side;

/**
 * The merge of a decision where an earlier plan may have been cut off: rows P01 to P08 of {@code
 * docs/reconcile.md}. Pure and total; left and right are alike to it.
 *
 * <p>A side that is owed a write stands for what it would hold with it: what was done to it
 * meanwhile and what is owed are merged over what the plan had found there. A side that was written
 * stands for itself. So an interrupted plan is finished, an edit made meanwhile is not taken for
 * older than the plan, and no conflict is answered a second time.
 */
public final class GroundMerge {
  /** Rows in which both sides speak of the same piece: they show nothing about who wrote it. */
  private static final Set<DecisionRow> CONTESTED =
      EnumSet.of(
          DecisionRow.D04,
          DecisionRow.D05,
          DecisionRow.D06,
          DecisionRow.D07,
          DecisionRow.D08,
          DecisionRow.D13,
          DecisionRow.D18,
          DecisionRow.T05,
          DecisionRow.T07);

  /** Rows in which both sides came to the same: hardly by chance. */
  private static final Set<DecisionRow> EVIDENCE = EnumSet.of(DecisionRow.D03, DecisionRow.T03);

  /** Steps that the interrupted plan has reported, or the final merge will. */
  static final Set<DecisionRow> STEPS = EnumSet.of(DecisionRow.D15, DecisionRow.D16);

  private GroundMerge() {}

  /**
   * Whether a write is in effect on a side (row P07): what it changed stands there, whatever else
   * was changed. Where another edit touches the only place that it changed it cannot be told, and
   * the answer is no.
   */
  public static boolean shows(Optional<Decision> now, OpenPlan.Write write) {
    if (write.after().isEmpty()) {
      return now.isEmpty();
    }
    DecisionPlan plan =
        DecisionMerge.plan(
            new Versions<>(write.before(), now, write.after()), Referee.FOR_THE_LEFT);
    return !plan.changes(Side.LEFT)
        && (plan.rows().stream().noneMatch(CONTESTED::contains)
            || plan.rows().stream().anyMatch(EVIDENCE::contains));
  }

  /**
   * Plans how the two sides become one.
   *
   * @param left what the left holds now
   * @param right what the right holds now
   */
  public static DecisionPlan plan(
      Ground ground, Optional<Decision> left, Optional<Decision> right, Referee referee) {
    Versions<Optional<Decision>> found = new Versions<>(ground.base(), left, right);
    if (ground.overwritten().isEmpty()) {
      return plan(found, ground, referee);
    }
    Restoration restoration = Restoration.of(found, ground.overwritten(), referee);
    return restoration.complete(plan(restoration.sides(), ground, referee), found);
  }

  private static DecisionPlan plan(
      Versions<Optional<Decision>> sides, Ground ground, Referee referee) {
    return ground
        .owed()
        .map(owed -> finish(sides, owed, referee))
        .orElseGet(() -> DecisionMerge.plan(sides, referee));
  }

  private static DecisionPlan finish(
      Versions<Optional<Decision>> found, OpenPlan.Write owed, Referee referee) {
    Side side = owed.side();
    DecisionPlan caughtUp =
        DecisionMerge.plan(versions(owed.before(), side, found.of(side), owed.after()), referee);
    DecisionPlan merged =
        DecisionMerge.plan(
            versions(
                base(found.base(), caughtUp, side),
                side,
                caughtUp.next().of(side),
                found.of(side.other())),
            referee);
    DecisionPlan plan =
        new DecisionPlan(found, merged.next(), rows(caughtUp, merged), conflicts(caughtUp, merged));
    return plan.isHeldBack() || !plan.fits() ? DecisionMerge.heldBack(found) : plan;
  }

  /**
   * What both are about to agree on, but for what is contested between the owed write and an edit
   * made meanwhile: there the sides last agreed before both.
   */
  static Optional<Decision> base(Optional<Decision> agreed, DecisionPlan caughtUp, Side side) {
    if (!caughtUp.isOpen()) {
      return agreed;
    }
    Versions<Optional<Decision>> next = caughtUp.next();
    Versions<Optional<Decision>> back = new Versions<>(next.of(side.other()), agreed, next.base());
    return DecisionMerge.plan(back, Referee.FOR_THE_RIGHT).next().left();
  }

  static <T> Versions<T> versions(T base, Side side, T own, T others) {
    return side == Side.LEFT
        ? new Versions<>(base, own, others)
        : new Versions<>(base, others, own);
  }

  private static SortedSet<DecisionRow> rows(DecisionPlan caughtUp, DecisionPlan merged) {
    return Stream.concat(
            caughtUp.rows().stream().filter(row -> !STEPS.contains(row)), merged.rows().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is open is reported by the final merge. */
  private static List<DecisionConflict> conflicts(DecisionPlan caughtUp, DecisionPlan merged) {
    return Stream.concat(answered(caughtUp.conflicts()).stream(), merged.conflicts().stream())
        .toList();
  }

  static List<DecisionConflict> answered(List<DecisionConflict> conflicts) {
    return conflicts.stream()
        .filter(conflict -> !conflict.isOpen() && !STEPS.contains(conflict.row()))
        .toList();
  }
}
