package tandem.sync.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a decision stands. The words are the ones that MADR and Nygard's records use. */
public enum DecisionStatus {
  PROPOSED("proposed", "pending", "draft"),
  ACCEPTED("accepted", "approved"),
  REJECTED("rejected", "declined"),
  SUPERSEDED("superseded", "deprecated");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, it is only not typed as such
  private final List<String> words;

  DecisionStatus(String... words) {
    this.words = List.of(words);
  }

  /** The status as Tandem writes it, in lower case. */
  public String word() {
    return words.getFirst();
  }

  /**
   * What a text says, by its first word: {@code "Superseded by [15](0015.md)"} is {@link
   * #SUPERSEDED}. Empty for any other text, {@code "Partly superseded"} for one.
   */
  public static Optional<DecisionStatus> read(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(status -> status.words.stream().anyMatch(word -> startsWithWord(lower, word)))
        .findFirst();
  }

  /**
   * Whether the record's habit knows this step. A decision that was accepted is superseded, it does
   * not become another one; a superseded one stays so.
   */
  public boolean mayBecome(DecisionStatus next) {
    return switch (this) {
      case PROPOSED -> true;
      case ACCEPTED -> next == ACCEPTED || next == SUPERSEDED;
      case REJECTED -> next != ACCEPTED && next != SUPERSEDED;
      case SUPERSEDED -> next == SUPERSEDED;
    };
  }

  private static boolean startsWithWord(String text, String word) {
    return text.startsWith(word)
        && (text.length() == word.length() || !Character.isLetter(text.charAt(word.length())));
  }
}
