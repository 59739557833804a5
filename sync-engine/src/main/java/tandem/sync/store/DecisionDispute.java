package tandem.sync.store;

import java.time.Instant;
import java.util.Optional;
import tandem.sync.model.Side;

/**
 * A conflict about one part of a decision, as it is kept: all values, whatever became of it.
 *
 * @param why the row of {@code docs/reconcile.md}
 * @param part the field or section, in words; empty for all of it
 * @param base what was agreed on it, for a person
 * @param left what the left held of it, for a person
 * @param right the same of the right
 * @param chosen the side that a policy chose; empty while it is open
 * @param note the reason in words, where the row does not tell it all
 */
public record DecisionDispute(
    String why,
    String part,
    String base,
    String left,
    String right,
    Optional<Side> chosen,
    String note,
    Instant foundAt) {

  public boolean isOpen() {
    return chosen.isEmpty();
  }

  /** About the same part with the same values. */
  boolean isOfTheSame(DecisionDispute other) {
    return part.equals(other.part) && left.equals(other.left) && right.equals(other.right);
  }
}
