package tandem.sync.reconcile;

import java.util.Optional;
import java.util.SortedSet;
import tandem.sync.model.Budget;
import tandem.sync.model.Ruling;
import tandem.sync.model.Side;
import tandem.sync.model.Snapshot;

/** The plan that a person's ruling gives. Pure; rows R17, R18 and L01 of docs/reconcile.md. */
public final class RuledMerge {
  private RuledMerge() {}

  /**
   * Both sides become what was ruled. Empty where the ruling has lapsed: a side holds neither what
   * it held then nor what was ruled, so somebody edited it since.
   */
  public static Optional<Plan> plan(Ruling ruling, Snapshot left, Snapshot right) {
    return holds(ruling, Side.LEFT, left) && holds(ruling, Side.RIGHT, right)
        ? Optional.of(ruled(ruling, left, right))
        : Optional.empty();
  }

  /** A half-way state is ours: an earlier turn wrote one side and was cut off. */
  private static boolean holds(Ruling ruling, Side side, Snapshot snapshot) {
    SortedSet<Budget> tags = snapshot.budgets();
    return tags.equals(ruling.seen(side)) || tags.equals(ruling.value().tags());
  }

  private static Plan ruled(Ruling ruling, Snapshot left, Snapshot right) {
    return new Plan(
        row(ruling),
        Optional.of(ruling.value()),
        TagEdit.between(left.budgets(), ruling.value().tags()),
        TagEdit.between(right.budgets(), ruling.value().tags()),
        conflict(ruling));
  }

  private static Row row(Ruling ruling) {
    return switch (ruling.kind()) {
      case CHOICE -> Row.R17;
      case UNDO -> Row.R18;
    };
  }

  /** The open conflict with its answer; known by the two values that the person saw. */
  private static Optional<Conflict> conflict(Ruling ruling) {
    return switch (ruling.kind()) {
      case CHOICE ->
          Optional.of(
              new Conflict(Row.R17, ruling.left(), ruling.right(), Optional.of(ruling.value())));
      case UNDO -> Optional.empty();
    };
  }
}
