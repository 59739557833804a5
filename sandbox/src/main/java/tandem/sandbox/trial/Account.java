package tandem.sandbox.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What the app itself wrote down of one kind of edit. */
interface Account {

  /** Whether a value that this side held stands in a receipt or a conflict of the pair. */
  boolean accountFor(Edit edit);

  /** Whether nothing ever told the app of a value that its write replaced. */
  boolean isUntold(Edit edit);

  /**
   * Whether the app mirrored an edit to the other side before somebody edited there. False also
   * where that is not certain: a choice of the same by chance proves nothing.
   */
  boolean mirrored(Edit edit, Edit seenBy);

  List<Clash> conflicted();

  /**
   * A conflict.
   *
   * @param jiraKey the pair's
   * @param told all that the app says of it
   */
  record Clash(String jiraKey, String told) {
    private static final int ENOUGH = 3_000;

    static Clash of(String jiraKey, JsonNode conflict) {
      String told = conflict.toString();
      return new Clash(jiraKey, told.substring(0, Math.min(told.length(), ENOUGH)));
    }

    @Override
    public String toString() {
      return jiraKey + ": " + told;
    }
  }
}
