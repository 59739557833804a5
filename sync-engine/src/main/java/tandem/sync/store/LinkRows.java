package tandem.sync.store;

import static tandem.sync.store.BudgetText.ASPECT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.model.Snapshot;

/** Reads links and what belongs to them. */
final class LinkRows {
  private static final String SIDE =
      """
      select s.issue_id, s.issue_key, s.gone, s.news, s.seen, o.value, o.since
      from sync_link_side s
      left join sync_observed o on o.link_id = s.link_id and o.side = s.side and o.aspect = ?
      where s.link_id = ? and s.side = ?
      """;

  private static final String GLANCE =
      """
      select s.link_id, l.mapping_id, s.observed_at, s.decisions_read, s.xmin::text as version,
             s.issue_id, s.issue_key, s.gone, s.news, s.seen, o.value, o.since
      from sync_link_side s
      join sync_link l on l.link_id = s.link_id
      left join sync_observed o on o.link_id = s.link_id and o.side = s.side and o.aspect = ?
      where s.installation_id = ? and s.side = ? and s.issue_id = ?
      """;

  private final Database database;

  LinkRows(Database database) {
    this.database = database;
  }

  private record Owners(InstallationId installation, MappingId mapping) {}

  Optional<LinkState> find(LinkId link) {
    return database
        .first(
            "select installation_id, mapping_id from sync_link where link_id = ?",
            row ->
                new Owners(
                    new InstallationId(row.getLong("installation_id")),
                    new MappingId(row.getLong("mapping_id"))),
            link.value())
        .map(owners ->
            new LinkState(
                link,
                owners.installation(),
                owners.mapping(),
                side(link, Side.LEFT, ""),
                side(link, Side.RIGHT, ""),
                base(link),
                intents(link)));
  }

  Optional<Glance> glance(InstallationId installation, Side side, IssueId issue) {
    return database.first(
        GLANCE,
        row ->
            new Glance(
                new LinkId(row.getLong("link_id")),
                new MappingId(row.getLong("mapping_id")),
                side(row),
                Optional.ofNullable(row.getObject("observed_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant),
                row.getBoolean("decisions_read"),
                row.getString("version")),
        ASPECT,
        installation.value(),
        JdbcLinkStore.name(side),
        issue.value());
  }

  /** Reads a side and keeps others from changing it until the transaction ends. */
  SideState lockedSide(LinkId link, Side side) {
    return side(link, side, " for update of s");
  }

  private SideState side(LinkId link, Side side, String lock) {
    return database
        .first(SIDE + lock, LinkRows::side, ASPECT, link.value(), JdbcLinkStore.name(side))
        .orElseThrow();
  }

  private static SideState side(ResultSet row) throws SQLException {
    return new SideState(
        new IssueId(row.getString("issue_id")),
        row.getString("issue_key"),
        snapshot(row),
        row.getBoolean("gone"),
        row.getLong("news"),
        row.getLong("seen"));
  }

  private static Optional<Snapshot> snapshot(ResultSet row) throws SQLException {
    String value = row.getString("value");
    OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
    return value == null
        ? Optional.empty()
        : Optional.of(new Snapshot(BudgetText.tags(value), since.toInstant()));
  }

  private Optional<LinkState.Base> base(LinkId link) {
    return database.first(
        "select value, since, version from sync_base where link_id = ? and aspect = ?",
        row ->
            new LinkState.Base(
                BudgetText.draw(row.getString("value")),
                Database.instant(row, "since"),
                row.getLong("version")),
        link.value(),
        ASPECT);
  }

  private List<Intent> intents(LinkId link) {
    return database.query(
        "select * from sync_intent where link_id = ? and aspect = ? order by intent_id",
        row ->
            new Intent(
                row.getLong("intent_id"),
                sideNamed(row),
                BudgetText.tags(row.getString("before_value")),
                BudgetText.draw(row.getString("after_value")),
                row.getString("why"),
                Database.instant(row, "caused_at"),
                row.getBoolean("answered")),
        link.value(),
        ASPECT);
  }

  List<Receipt> receipts(LinkId link) {
    return database.query(
        "select * from sync_receipt where link_id = ? and aspect = ? order by receipt_id",
        LinkRows::receipt,
        link.value(),
        ASPECT);
  }

  static Receipt receipt(ResultSet row) throws SQLException {
    return new Receipt(
        row.getLong("receipt_id"),
        sideNamed(row),
        BudgetText.tags(row.getString("before_value")),
        BudgetText.draw(row.getString("after_value")),
        row.getString("why"),
        how(row.getString("how")),
        Database.instant(row, "caused_at"),
        Database.instant(row, "applied_at"));
  }

  private static Side sideNamed(ResultSet row) throws SQLException {
    return Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT));
  }

  static String name(Receipt.How how) {
    return switch (how) {
      case ANSWERED -> "answered";
      case READ_BACK -> "read back";
      case UNANSWERED -> "unanswered";
    };
  }

  static Receipt.How how(String name) {
    return Stream.of(Receipt.How.values())
        .filter(how -> name(how).equals(name))
        .findFirst()
        .orElseThrow();
  }
}
