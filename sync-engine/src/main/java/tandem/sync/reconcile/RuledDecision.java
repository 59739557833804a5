package tandem.sync.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tandem.sync.model.Decision;
import tandem.sync.model.Ruling;
import tandem.sync.model.Side;

/**
 * The plan that a person's ruling about a whole decision gives. Pure; rows D21, D22 and L01 of
 * docs/reconcile.md.
 *
 * @param value what both sides are to hold; empty where neither is
 * @param left what the left held when it was given
 * @param right the same of the right
 */
public record RuledDecision(
    Ruling.Kind kind, Optional<Decision> value, Optional<Decision> left, Optional<Decision> right) {

  /**
   * Both sides become what was ruled. Empty where the ruling has lapsed: a side says neither what
   * it said then nor what was ruled, so somebody edited it since.
   */
  public Optional<DecisionPlan> plan(Versions<Optional<Decision>> found) {
    return holds(Side.LEFT, found) && holds(Side.RIGHT, found)
        ? Optional.of(new DecisionPlan(found, Versions.all(value), rows(), List.of()))
        : Optional.empty();
  }

  /** The side whose value was chosen; empty where neither said just that. */
  public Optional<Side> chosen() {
    if (same(left, value)) {
      return Optional.of(Side.LEFT);
    }
    return same(right, value) ? Optional.of(Side.RIGHT) : Optional.empty();
  }

  /** A half-way state is ours: an earlier turn wrote one side and was cut off. */
  private boolean holds(Side side, Versions<Optional<Decision>> found) {
    Optional<Decision> then = side == Side.LEFT ? left : right;
    return same(found.of(side), then) || same(found.of(side), value);
  }

  private static boolean same(Optional<Decision> one, Optional<Decision> other) {
    return one.isPresent() == other.isPresent()
        && (one.isEmpty() || one.get().says(other.orElseThrow()));
  }

  private SortedSet<DecisionRow> rows() {
    return new TreeSet<>(
        List.of(
            switch (kind) {
              case CHOICE -> DecisionRow.D21;
              case UNDO -> DecisionRow.D22;
            }));
  }
}
