package tandem.sync.store;

import java.time.Instant;
import java.util.Optional;
import tandem.sync.model.DecisionId;

/**
 * A write of a decision that was applied, or of which nobody can tell whether it was.
 *
 * @param id later ones are greater, those of budget tags included
 * @param intent what was written
 * @param loss what the conversion lost, in words; empty text for nothing
 * @param heldAt the tracker's time of what it held then; empty where it keeps none
 * @param appliedAt Tandem's time at which it was known to be applied, or given up where nothing
 *     tells whether it was
 */
public record DecisionReceipt(
    long id,
    DecisionId decision,
    DecisionIntent intent,
    Receipt.How how,
    String loss,
    Optional<Instant> heldAt,
    Instant appliedAt) {

  /** The write is known to have taken effect. */
  public boolean isKnown() {
    return how != Receipt.How.UNANSWERED;
  }
}
