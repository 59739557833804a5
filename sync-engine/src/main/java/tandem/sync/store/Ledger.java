package tandem.sync.store;

import static tandem.sync.store.BudgetText.ASPECT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.store.Rulings.Ending;

/**
 * The lists that an admin pages through: newest first, one tenant each. An entry that is added
 * while somebody pages is not seen, and none is seen twice.
 */
public final class Ledger {
  static final String LINK =
      """
       join sync_link l on l.link_id = x.link_id and l.installation_id = ?
       join sync_link_side a on a.link_id = x.link_id and a.side = 'left'
       join sync_link_side b on b.link_id = x.link_id and b.side = 'right'
      """;
  static final String NAMES = "l.link_id, l.mapping_id, a.issue_key lk, b.issue_key rk";
  private static final String LINKS =
      """
      , lo.value left_now, ro.value right_now, s.value agreed, s.since, a.gone left_gone,
        b.gone right_gone
      from sync_link x\
      """
          + LINK
          + """
           left join sync_observed lo
             on lo.link_id = x.link_id and lo.side = 'left' and lo.aspect = ?
           left join sync_observed ro
             on ro.link_id = x.link_id and ro.side = 'right' and ro.aspect = ?
           left join sync_base s on s.link_id = x.link_id and s.aspect = ?
          where x.mapping_id = ? and x.link_id < ? order by x.link_id desc limit ?
          """;
  static final String UNDONE =
      """
      , (select coalesce(u.ending, 'open') from sync_ruling u
         where u.receipt_id = x.receipt_id order by u.ruling_id desc limit 1) undoing
      """;

  private final Database database;

  public Ledger(Database database) {
    this.database = database;
  }

  /**
   * A link and what both sides were last observed to hold.
   *
   * @param agreed empty while they never agreed, and so is {@code since}
   * @param gone the side whose issue was not found the last time, the left one where neither was
   */
  public record LinkEntry(
      NamedLink link,
      SortedSet<Budget> left,
      SortedSet<Budget> right,
      Optional<Draw> agreed,
      Optional<Instant> since,
      Optional<Side> gone) {}

  /** A conflict; open until {@code closedAt}. */
  public record ConflictEntry(
      long id, NamedLink link, ConflictRecord conflict, Optional<Instant> closedAt) {}

  /** A receipt. */
  public record ReceiptEntry(NamedLink link, Receipt receipt, Optional<Undoing> undoing) {}

  /** How the last attempt to undo a receipt stands. */
  public enum Undoing {
    /** Asked for and not through yet. */
    OPEN,
    DONE,
    /** Somebody edited an issue first, or another ruling took its place. */
    OVERTAKEN;

    static Undoing named(String name) {
      if (name.equals("open")) {
        return OPEN;
      }
      return Ending.valueOf(name.toUpperCase(Locale.ROOT)) == Ending.DONE ? DONE : OVERTAKEN;
    }
  }

  /** Whether the link is this tenant's. */
  public boolean has(InstallationId tenant, LinkId link) {
    return database
        .first(
            "select 1 from sync_link where link_id = ? and installation_id = ?",
            row -> row.getInt(1),
            link.value(),
            tenant.value())
        .isPresent();
  }

  /** The links of a mapping; the id of a slice is the link's. */
  public List<LinkEntry> links(InstallationId tenant, MappingId mapping, Slice slice) {
    return database.query(
        "select " + NAMES + LINKS,
        Ledger::linkEntry,
        tenant.value(),
        ASPECT,
        ASPECT,
        ASPECT,
        mapping.value(),
        slice.before(),
        slice.atMost());
  }

  private static LinkEntry linkEntry(ResultSet row) throws SQLException {
    return new LinkEntry(
        named(row),
        BudgetText.tags(Optional.ofNullable(row.getString("left_now")).orElse("")),
        BudgetText.tags(Optional.ofNullable(row.getString("right_now")).orElse("")),
        Optional.ofNullable(row.getString("agreed")).map(BudgetText::draw),
        time(row, "since"),
        gone(row));
  }

  private static Optional<Side> gone(ResultSet row) throws SQLException {
    if (row.getBoolean("left_gone")) {
      return Optional.of(Side.LEFT);
    }
    return row.getBoolean("right_gone") ? Optional.of(Side.RIGHT) : Optional.empty();
  }

  /** Conflicts that wait for a person, or all that were ever found. */
  public List<ConflictEntry> conflicts(InstallationId tenant, boolean onlyOpen, Slice slice) {
    return database.query(
        "select x.*, "
            + NAMES
            + " from sync_conflict x"
            + LINK
            + " where x.aspect = ? and x.installation_id = ? and x.conflict_id < ?"
            + (onlyOpen ? " and x.closed_at is null" : "")
            + " order by x.conflict_id desc limit ?",
        Ledger::conflictEntry,
        tenant.value(),
        ASPECT,
        tenant.value(),
        slice.before(),
        slice.atMost());
  }

  private static ConflictEntry conflictEntry(ResultSet row) throws SQLException {
    return new ConflictEntry(
        row.getLong("conflict_id"),
        named(row),
        new ConflictRecord(
            row.getString("why"),
            BudgetText.tags(row.getString("left_value")),
            BudgetText.tags(row.getString("right_value")),
            Optional.ofNullable(row.getString("chosen")).map(BudgetText::draw),
            Database.instant(row, "found_at")),
        time(row, "closed_at"));
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
            + NAMES
            + UNDONE
            + " from sync_receipt x"
            + LINK
            + " where x.aspect = ? and x.installation_id = ? and x.receipt_id < ? and "
            + condition
            + " order by x.receipt_id desc limit ?",
        row ->
            new ReceiptEntry(
                named(row),
                LinkRows.receipt(row),
                Optional.ofNullable(row.getString("undoing")).map(Undoing::named)),
        tenant.value(),
        ASPECT,
        tenant.value(),
        slice.before(),
        whose,
        slice.atMost());
  }

  static NamedLink named(ResultSet row) throws SQLException {
    return new NamedLink(
        new LinkId(row.getLong("link_id")),
        new MappingId(row.getLong("mapping_id")),
        row.getString("lk"),
        row.getString("rk"));
  }

  static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
