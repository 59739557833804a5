package tandem.sync.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose decision it is by nature. */
public enum DecisionSpace {
  /** Which problem is worth solving: product's. */
  PROBLEM,
  /** How it is solved: engineering's. */
  SOLUTION,
  /** What has to come of it: both. */
  OUTCOME;

  /** The space as Tandem writes it, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The space that a text names, in any case; empty for any other text. */
  public static Optional<DecisionSpace> read(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(space -> space.word().equals(lower)).findFirst();
  }
}
