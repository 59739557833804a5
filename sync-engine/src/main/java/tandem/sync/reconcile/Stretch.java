package tandem.sync.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;

/**
 * Hunks of the two sides that touch each other, and the paragraphs {@code [from, to)} of the agreed
 * text that they speak of.
 */
record Stretch(int from, int to, List<Hunk> left, List<Hunk> right) {
  private record Owned(Hunk hunk, Side side) {}

  private static final Comparator<Owned> IN_ORDER =
      Comparator.<Owned>comparingInt(owned -> owned.hunk().from())
          .thenComparing(owned -> !owned.hunk().isInsertion());

  static List<Stretch> of(List<Hunk> left, List<Hunk> right) {
    List<Owned> all =
        Stream.concat(
                left.stream().map(hunk -> new Owned(hunk, Side.LEFT)),
                right.stream().map(hunk -> new Owned(hunk, Side.RIGHT)))
            .sorted(IN_ORDER)
            .toList();
    List<Stretch> stretches = new ArrayList<>();
    for (Owned owned : all) {
      if (!stretches.isEmpty() && stretches.getLast().isTouchedBy(owned.hunk())) {
        stretches.add(stretches.removeLast().with(owned));
      } else {
        Hunk hunk = owned.hunk();
        stretches.add(
            new Stretch(hunk.from(), hunk.to(), new ArrayList<>(), new ArrayList<>()).with(owned));
      }
    }
    return stretches;
  }

  boolean isOnlyOf(Side side) {
    return hunks(side.other()).isEmpty();
  }

  /** What a side holds in place of the agreed paragraphs. */
  List<Passage> held(Side side, Versions<List<Passage>> texts) {
    List<Hunk> hunks = hunks(side);
    if (hunks.isEmpty()) {
      return List.of();
    }
    Hunk first = hunks.getFirst();
    Hunk last = hunks.getLast();
    return texts
        .of(side)
        .subList(first.sideFrom() - (first.from() - from), last.sideTo() + (to - last.to()));
  }

  private boolean isTouchedBy(Hunk hunk) {
    return new Hunk(from, to, 0, 0).touches(hunk);
  }

  private Stretch with(Owned owned) {
    hunks(owned.side()).add(owned.hunk());
    return new Stretch(from, Math.max(to, owned.hunk().to()), left, right);
  }

  private List<Hunk> hunks(Side side) {
    return side == Side.LEFT ? left : right;
  }
}
