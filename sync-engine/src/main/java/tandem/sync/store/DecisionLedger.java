package tandem.sync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.DecisionId;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.store.Ledger.Undoing;

/** The lists of {@link Ledger}, of decisions: newest first, one tenant each. */
public final class DecisionLedger {
  private final Database database;

  public DecisionLedger(Database database) {
    this.database = database;
  }

  /** A conflict; open until {@code closedAt}. */
  public record DisputeEntry(
      long id,
      NamedLink link,
      DecisionId decision,
      DecisionDispute dispute,
      Optional<Instant> closedAt) {}

  /** A receipt. */
  public record ReceiptEntry(NamedLink link, DecisionReceipt receipt, Optional<Undoing> undoing) {}

  /** Conflicts that wait for a person, or all that were ever found. */
  public List<DisputeEntry> disputes(InstallationId tenant, boolean onlyOpen, Slice slice) {
    return database.query(
        "select x.*, "
            + Ledger.NAMES
            + " from sync_conflict x"
            + Ledger.LINK
            + " where x."
            + DecisionRows.IS_DECISION
            + " and x.installation_id = ? and x.conflict_id < ?"
            + (onlyOpen ? " and x.closed_at is null" : "")
            + " order by x.conflict_id desc limit ?",
        DecisionLedger::disputeEntry,
        tenant.value(),
        tenant.value(),
        slice.before(),
        slice.atMost());
  }

  private static DisputeEntry disputeEntry(ResultSet row) throws SQLException {
    return new DisputeEntry(
        row.getLong("conflict_id"),
        Ledger.named(row),
        DecisionRows.id(row),
        DecisionRows.dispute(row),
        Ledger.time(row, "closed_at"));
  }

  /** The receipts of a link; none where it is not this tenant's. */
  public List<ReceiptEntry> receipts(InstallationId tenant, LinkId link, Slice slice) {
    return receipts(tenant, "x.link_id = ?", link.value(), slice);
  }

  /** The receipts of a mapping; none where it is not this tenant's. */
  public List<ReceiptEntry> receipts(InstallationId tenant, MappingId mapping, Slice slice) {
    return receipts(tenant, "l.mapping_id = ?", mapping.value(), slice);
  }

  private List<ReceiptEntry> receipts(
      InstallationId tenant, String condition, long whose, Slice slice) {
    return database.query(
        "select x.*, "
            + Ledger.NAMES
            + Ledger.UNDONE
            + " from sync_receipt x"
            + Ledger.LINK
            + " where x."
            + DecisionRows.IS_DECISION
            + " and x.installation_id = ? and x.receipt_id < ? and "
            + condition
            + " order by x.receipt_id desc limit ?",
        row ->
            new ReceiptEntry(
                Ledger.named(row),
                DecisionRows.receipt(row),
                Optional.ofNullable(row.getString("undoing")).map(Undoing::named)),
        tenant.value(),
        tenant.value(),
        slice.before(),
        whose,
        slice.atMost());
  }
}
