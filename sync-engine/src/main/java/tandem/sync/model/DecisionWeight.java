package tandem.sync.model;

/** How many characters a decision's JSON has at most. */
final class DecisionWeight {
  private static final int ENVELOPE = 256;
  private static final int FIELD = 48;
  private static final int ESCAPED = 6;

  private DecisionWeight() {}

  static int of(Decision decision) {
    long sum = ENVELOPE + of(decision.title());
    for (Passage fact : decision.facts().values()) {
      sum += of(fact);
    }
    for (Section section : decision.sections()) {
      sum += FIELD + ofText(section.key().name()) + of(section.heading());
      for (Passage passage : section.body()) {
        sum += of(passage);
      }
    }
    return (int) Math.min(sum, Integer.MAX_VALUE);
  }

  private static long of(Passage passage) {
    return FIELD + ofText(passage.written());
  }

  /** A quote, a backslash or a line's end takes two characters, another control character six. */
  private static long ofText(String text) {
    return text.chars().mapToLong(DecisionWeight::ofCharacter).sum();
  }

  private static long ofCharacter(int c) {
    if (c == '"' || c == '\\' || c == '\n' || c == '\r' || c == '\t') {
      return 2;
    }
    return c < ' ' || c == 0x7f || c == '\u2028' || c == '\u2029' ? ESCAPED : 1;
  }
}
