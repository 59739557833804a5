package tandem.sync.simulation;

import java.util.SortedSet;
import tandem.sync.model.Budget;

/** Tags as they stand in a story. */
final class Words {
  private Words() {}

  static String of(SortedSet<Budget> tags) {
    return each("", tags, tags.isEmpty() ? "no tag" : "").strip();
  }

  static String plus(SortedSet<Budget> tags) {
    return each("+", tags, "");
  }

  static String minus(SortedSet<Budget> tags) {
    return each("-", tags, "");
  }

  private static String each(String sign, SortedSet<Budget> tags, String otherwise) {
    StringBuilder words = new StringBuilder(otherwise);
    for (Budget tag : tags) {
      words.append(sign).append(tag.name()).append(' ');
    }
    return words.toString();
  }
}
