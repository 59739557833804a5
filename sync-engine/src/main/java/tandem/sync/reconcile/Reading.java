package tandem.sync.reconcile;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;

/**
 * What one side's tags say, compared with the base. Rows S01 to S07 of {@code docs/reconcile.md}.
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

  static Reading of(SortedSet<Budget> tags, Draw agreed, List<Draw> written) {
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
