package tandem.sync.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.Section;
import tandem.sync.model.Side;

/**
 * In which order the merged sections stand. Order is no value that a conflict could keep: a side
 * that moved sections is followed, and where both did, the first by its text.
 */
final class SectionOrder {
  private SectionOrder() {}

  /**
   * @param orders each with the keys that are in the merged decision, and no other
   */
  static List<Section.Key> of(Versions<List<Section.Key>> orders, Minutes minutes) {
    boolean leftMoved = moved(orders.base(), orders.left());
    boolean rightMoved = moved(orders.base(), orders.right());
    if (leftMoved || rightMoved) {
      minutes.note(DecisionRow.D17);
    }
    Side first = leftMoved == rightMoved ? firstByText(orders) : leftMoved ? Side.LEFT : Side.RIGHT;
    return insert(orders.of(first), orders.of(first.other()));
  }

  /** What has no heading can only stand at the top. */
  private static int place(Section.Key key) {
    return switch (key.topic()) {
      case FRONT_MATTER -> 0;
      case INTRODUCTION -> 1;
      case STATUS,
          CONTEXT,
          OPTIONS,
          DECISION,
          CONSEQUENCES,
          CONFIRMATION,
          SKIPPED,
          DISSENT,
          OTHER ->
          2;
    };
  }

  private static boolean moved(List<Section.Key> base, List<Section.Key> side) {
    return !base.stream()
        .filter(side::contains)
        .toList()
        .equals(side.stream().filter(base::contains).toList());
  }

  private static Side firstByText(Versions<List<Section.Key>> orders) {
    return orders.left().toString().compareTo(orders.right().toString()) <= 0
        ? Side.LEFT
        : Side.RIGHT;
  }

  /** Each section of the second order that the first lacks comes after what it follows there. */
  private static List<Section.Key> insert(List<Section.Key> first, List<Section.Key> second) {
    List<Section.Key> all = new ArrayList<>(first);
    Optional<Section.Key> previous = Optional.empty();
    for (Section.Key key : second) {
      if (!all.contains(key)) {
        all.add(previous.map(all::indexOf).orElse(-1) + 1, key);
      }
      previous = Optional.of(key);
    }
    all.sort(Comparator.comparingInt(SectionOrder::place));
    return all;
  }
}
