package tandem.app.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tandem.sync.reconcile.DecisionRow;
import tandem.sync.store.DecisionDispute;
import tandem.sync.store.DecisionLedger.DisputeEntry;

/**
 * A conflict about a part of a decision as the API shows it.
 *
 * @param jira the key
 * @param linear the key
 * @param part the field or section, in words; empty for all of it
 * @param agreed what both held last; as text, like {@code inJira} and {@code inLinear}
 * @param state open, answered (by the policy or a person; {@code chosen} won) or settled (by
 *     people's edits)
 * @param why one sentence; {@code note} adds what the row cannot tell
 */
record DecisionConflictAnswer(
    long id,
    long link,
    String decision,
    String jira,
    String linear,
    String part,
    String agreed,
    String inJira,
    String inLinear,
    String state,
    @Nullable String chosen,
    String row,
    String why,
    String note,
    Instant foundAt) {

  static DecisionConflictAnswer of(DisputeEntry entry) {
    DecisionDispute dispute = entry.dispute();
    return new DecisionConflictAnswer(
        entry.id(),
        entry.link().id().value(),
        entry.decision().value(),
        entry.link().leftKey(),
        entry.link().rightKey(),
        dispute.part(),
        dispute.base(),
        dispute.left(),
        dispute.right(),
        state(entry),
        dispute.chosen().map(Tags::nameOf).orElse(null),
        dispute.why(),
        DecisionRow.valueOf(dispute.why()).why(),
        dispute.note(),
        dispute.foundAt());
  }

  private static String state(DisputeEntry entry) {
    if (entry.closedAt().isEmpty()) {
      return "open";
    }
    return entry.dispute().isOpen() ? "settled" : "answered";
  }
}
