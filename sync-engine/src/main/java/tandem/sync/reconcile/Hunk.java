package tandem.sync.reconcile;

import java.util.List;
import java.util.stream.IntStream;

/** The paragraphs {@code [from, to)} of the agreed text became {@code [sideFrom, sideTo)}. */
record Hunk(int from, int to, int sideFrom, int sideTo) {
  /** Nothing was agreed here: it was only added. */
  boolean isInsertion() {
    return from == to;
  }

  /**
   * Both speak of the same paragraph, or both add in the same place. What is added beside a changed
   * paragraph does not touch it.
   */
  boolean touches(Hunk other) {
    if (isInsertion() && other.isInsertion()) {
      return from == other.from;
    }
    return from < other.to && other.from < to;
  }

  /** One hunk a paragraph where as many went as came; none where nothing changed. */
  List<Hunk> single() {
    int width = to - from;
    if (width == 0 && sideFrom == sideTo) {
      return List.of();
    }
    if (width != sideTo - sideFrom) {
      return List.of(this);
    }
    return IntStream.range(0, width)
        .mapToObj(i -> new Hunk(from + i, from + i + 1, sideFrom + i, sideFrom + i + 1))
        .toList();
  }
}
