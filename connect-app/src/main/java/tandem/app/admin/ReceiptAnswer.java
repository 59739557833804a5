package tandem.app.admin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tandem.sync.reconcile.Row;
import tandem.sync.store.Ledger.ReceiptEntry;
import tandem.sync.store.Receipt;

/**
 * A receipt as the API shows it.
 *
 * @param side which tracker was written: jira or linear
 * @param readBack the tracker's answer was lost; a later look found the change in place
 * @param unanswered nothing tells whether the change took effect; what it was to replace is kept
 * @param lagMillis from the edit that was mirrored to the moment at which the write was known
 * @param undo how an attempt to undo it stands: open, done, overtaken; null where there was none
 */
record ReceiptAnswer(
    long id,
    long link,
    String jira,
    String linear,
    String side,
    List<String> before,
    List<String> after,
    String row,
    String why,
    boolean readBack,
    boolean unanswered,
    Instant causedAt,
    Instant appliedAt,
    long lagMillis,
    @Nullable String undo) {

  static ReceiptAnswer of(ReceiptEntry entry) {
    Receipt receipt = entry.receipt();
    return new ReceiptAnswer(
        receipt.id(),
        entry.link().id().value(),
        entry.link().leftKey(),
        entry.link().rightKey(),
        Tags.nameOf(receipt.side()),
        Tags.names(receipt.before()),
        Tags.names(receipt.after().tags()),
        receipt.why(),
        Row.valueOf(receipt.why()).why(),
        receipt.how() == Receipt.How.READ_BACK,
        !receipt.isKnown(),
        receipt.causedAt(),
        receipt.appliedAt(),
        receipt.lag().toMillis(),
        entry.undoing().map(it -> it.name().toLowerCase(Locale.ROOT)).orElse(null));
  }
}
