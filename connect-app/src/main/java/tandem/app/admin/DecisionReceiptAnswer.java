package tandem.app.admin;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tandem.sync.reconcile.DecisionRow;
import tandem.sync.store.DecisionIntent;
import tandem.sync.store.DecisionLedger.ReceiptEntry;
import tandem.sync.store.DecisionReceipt;
import tandem.sync.store.Receipt;

/**
 * A receipt of a decision as the API shows it.
 *
 * @param side which tracker was written: jira or linear
 * @param before what stood there, as in Jira's property; null for none. So is {@code after}
 * @param why one sentence for each of {@code rows}
 * @param loss what the conversion lost, in words; empty for nothing
 * @param readBack the tracker's answer was lost; a later look found the change in place
 * @param unanswered nothing tells whether the change took effect; what it was to replace is kept
 * @param lagMillis from the edit that was mirrored to the moment at which the write was known
 * @param undo how an attempt to undo it stands: open, done, overtaken; null where there was none
 */
record DecisionReceiptAnswer(
    long id,
    long link,
    String decision,
    String jira,
    String linear,
    String side,
    @JsonRawValue @Nullable String before,
    @JsonRawValue @Nullable String after,
    List<String> rows,
    List<String> why,
    String loss,
    boolean readBack,
    boolean unanswered,
    Instant causedAt,
    Instant appliedAt,
    long lagMillis,
    @Nullable String undo) {

  static DecisionReceiptAnswer of(ReceiptEntry entry) {
    DecisionReceipt receipt = entry.receipt();
    DecisionIntent intent = receipt.intent();
    List<String> rows =
        Arrays.stream(intent.why().split(",")).filter(row -> !row.isEmpty()).toList();
    return new DecisionReceiptAnswer(
        receipt.id(),
        entry.link().id().value(),
        receipt.decision().value(),
        entry.link().leftKey(),
        entry.link().rightKey(),
        Tags.nameOf(intent.side()),
        intent.before().isEmpty() ? null : intent.before(),
        intent.after().isEmpty() ? null : intent.after(),
        rows,
        rows.stream().map(row -> DecisionRow.valueOf(row).why()).toList(),
        receipt.loss(),
        receipt.how() == Receipt.How.READ_BACK,
        !receipt.isKnown(),
        intent.causedAt(),
        receipt.appliedAt(),
        Duration.between(intent.causedAt(), receipt.appliedAt()).toMillis(),
        entry.undoing().map(it -> it.name().toLowerCase(Locale.ROOT)).orElse(null));
  }
}
