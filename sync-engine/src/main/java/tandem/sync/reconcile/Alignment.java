package tandem.sync.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tandem.sync.model.Passage;

/**
 * Which paragraph of a text is which of another one: a longest common subsequence by what they say,
 * in the textbook's table, after what both begin and end with is set aside.
 */
final class Alignment {
  /** Paragraphs that differ, of one text times the other; beyond it nothing is compared. */
  static final int MOST_CELLS = 4_000_000;

  private final List<Passage> before;
  private final List<Passage> after;
  private final int[] match;
  private int head;
  private int tail;
  private boolean exact = true;

  private Alignment(List<Passage> before, List<Passage> after) {
    this.before = before;
    this.after = after;
    this.match = new int[before.size()];
  }

  static Alignment of(List<Passage> before, List<Passage> after) {
    Alignment alignment = new Alignment(before, after);
    Arrays.fill(alignment.match, -1);
    alignment.matchTheEnds();
    alignment.matchTheMiddle();
    return alignment;
  }

  /** The index in the later text, or -1 where the paragraph is not in it. */
  int match(int index) {
    return match[index];
  }

  /** Not given up because the texts differ too much. */
  boolean isExact() {
    return exact;
  }

  /** Where the texts differ, in order. Ranges of equal length are cut paragraph by paragraph. */
  List<Hunk> hunks() {
    List<Hunk> hunks = new ArrayList<>();
    int from = 0;
    int to = 0;
    for (int i = 0; i <= match.length; i++) {
      boolean last = i == match.length;
      if (last || match[i] >= 0) {
        int here = last ? after.size() : match[i];
        hunks.addAll(new Hunk(from, i, to, here).single());
        from = i + 1;
        to = here + 1;
      }
    }
    return hunks;
  }

  private void matchTheEnds() {
    int shorter = Math.min(before.size(), after.size());
    while (head < shorter && same(head, head)) {
      match[head] = head;
      head++;
    }
    while (tail < shorter - head && same(before.size() - 1 - tail, after.size() - 1 - tail)) {
      match[before.size() - 1 - tail] = after.size() - 1 - tail;
      tail++;
    }
  }

  private void matchTheMiddle() {
    int rows = before.size() - head - tail;
    int columns = after.size() - head - tail;
    exact = (long) rows * columns <= MOST_CELLS;
    if (!exact || rows == 0 || columns == 0) {
      return;
    }
    int[][] longest = table(rows, columns);
    int row = 0;
    int column = 0;
    while (row < rows && column < columns) {
      if (same(head + row, head + column)) {
        match[head + row++] = head + column++;
      } else if (longest[row + 1][column] >= longest[row][column + 1]) {
        row++;
      } else {
        column++;
      }
    }
  }

  private int[][] table(int rows, int columns) {
    int[][] longest = new int[rows + 1][columns + 1];
    for (int row = rows - 1; row >= 0; row--) {
      for (int column = columns - 1; column >= 0; column--) {
        longest[row][column] =
            same(head + row, head + column)
                ? longest[row + 1][column + 1] + 1
                : Math.max(longest[row + 1][column], longest[row][column + 1]);
      }
    }
    return longest;
  }

  private boolean same(int one, int other) {
    return before.get(one).says(after.get(other));
  }
}
