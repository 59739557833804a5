package tandem.sync.reconcile;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;
import tandem.sync.reconcile.BudgetBase.Written;

/**
 * What one side's tags say, compared with the base. Rows S01 to S08 of {@code docs/reconcile.md}.
 */
sealed interface Reading {
  /** Nothing happened here since the sides agreed. */
  record Old(Draw draw) implements Reading {}

  /** What stands here, Tandem wrote: no person's news. */
  record Ours(Draw draw) implements Reading {}

  /** A person settled on this. */
  record News(Draw draw) implements Reading {}

  /** Several tags are new; which is the newest cannot be told. Never fewer than two. */
  record Unclear(SortedSet<Budget> candidates) implements Reading {}

  /** What is known to have been written here since stands for the base of this side. */
  static Reading of(SortedSet<Budget> tags, Draw agreed, List<Written> written) {
    int applied =
        IntStream.range(0, written.size()).filter(i -> written.get(i).applied()).max().orElse(-1);
    Draw base = applied < 0 ? agreed : written.get(applied).draw();
    List<Draw> open =
        written.subList(applied + 1, written.size()).stream().map(Written::draw).toList();
    Reading reading = compared(tags, base, open);
    return reading instanceof Old && !base.equals(agreed) ? new Ours(base) : reading;
  }

  private static Reading compared(SortedSet<Budget> tags, Draw agreed, List<Draw> written) {
    SortedSet<Budget> fresh = new TreeSet<>(tags);
    fresh.removeAll(agreed.tags());
    written.forEach(draw -> fresh.removeAll(draw.tags()));
    return switch (fresh.size()) {
      case 0 -> withoutFreshTags(tags, agreed, written);
      case 1 -> new News(Draw.on(fresh.getFirst()));
      default -> new Unclear(fresh);
    };
  }

  private static Reading withoutFreshTags(SortedSet<Budget> tags, Draw agreed, List<Draw> written) {
    if (tags.equals(agreed.tags())) {
      return new Old(agreed);
    }
    return written.reversed().stream()
        .filter(draw -> tags.containsAll(draw.tags()) && tags.isEmpty() == draw.tags().isEmpty())
        .findFirst()
        .<Reading>map(Ours::new)
        .orElseGet(() -> new News(Draw.NONE));
  }
}
