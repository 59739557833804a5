package tandem.sync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tandem.sync.model.DecisionId;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;

/** {@link Holds} on PostgreSQL. */
final class JdbcHolds implements Holds {
  private static final String ENTRY =
      """
      select h.*, l.mapping_id, a.issue_key lk, b.issue_key rk from sync_hold h
      join sync_link l on l.link_id = h.link_id
      join sync_link_side a on a.link_id = h.link_id and a.side = 'left'
      join sync_link_side b on b.link_id = h.link_id and b.side = 'right'
      where h.installation_id = ? and h.ended_at is null and h.released_at is null
      """;

  private final Database database;

  JdbcHolds(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Hold> of(LinkId link) {
    return database.first(
        "select * from sync_hold where link_id = ? and ended_at is null",
        JdbcHolds::hold,
        link.value());
  }

  private static Hold hold(ResultSet row) throws SQLException {
    List<String> aspects = Arrays.asList(row.getString("aspects").split(","));
    SortedSet<DecisionId> decisions =
        aspects.stream()
            .filter(aspect -> !aspect.equals(BudgetText.ASPECT))
            .map(DecisionRows::id)
            .collect(Collectors.toCollection(TreeSet::new));
    return new Hold(
        row.getLong("hold_id"),
        row.getString("why"),
        aspects.contains(BudgetText.ASPECT),
        decisions,
        row.getString("released_by") != null);
  }

  private static String aspects(Hold hold) {
    return Stream.concat(
            hold.budget() ? Stream.of(BudgetText.ASPECT) : Stream.empty(),
            hold.decisions().stream().map(DecisionRows::aspect))
        .collect(Collectors.joining(","));
  }

  @Override
  public void keep(LinkId link, Hold hold, Instant now) {
    database.run(() -> {
      Optional<Hold> known = of(link);
      if (known.filter(hold::isSame).isPresent()) {
        return;
      }
      known.ifPresent(old -> end(old.id(), Ending.LAPSED, now));
      database.update(
          """
          insert into sync_hold (installation_id, link_id, why, aspects, found_at)
          select installation_id, link_id, ?, ?, ? from sync_link where link_id = ?
          """,
          hold.why(),
          aspects(hold),
          now,
          link.value());
    });
  }

  @Override
  public boolean release(InstallationId tenant, long hold, String accountId, Instant now) {
    return database.update(
            """
            update sync_hold set released_by = ?, released_at = ?
            where hold_id = ? and installation_id = ? and ended_at is null and released_at is null
            """,
            accountId,
            now,
            hold,
            tenant.value())
        == 1;
  }

  @Override
  public void end(long hold, Ending ending, Instant now) {
    database.update(
        "update sync_hold set ending = ?, ended_at = ? where hold_id = ? and ended_at is null",
        ending.name().toLowerCase(Locale.ROOT),
        now,
        hold);
  }

  @Override
  public Optional<Entry> find(InstallationId tenant, long hold) {
    return database.first(ENTRY + " and h.hold_id = ?", JdbcHolds::entry, tenant.value(), hold);
  }

  @Override
  public List<Entry> waiting(InstallationId tenant, Slice slice) {
    return database.query(
        ENTRY + " and h.hold_id < ? order by h.hold_id desc limit ?",
        JdbcHolds::entry,
        tenant.value(),
        slice.before(),
        slice.atMost());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        new NamedLink(
            new LinkId(row.getLong("link_id")),
            new MappingId(row.getLong("mapping_id")),
            row.getString("lk"),
            row.getString("rk")),
        hold(row),
        Database.instant(row, "found_at"));
  }

  @Override
  public Pace pace(LinkId link, Kind kind, Instant since) {
    String ofKind =
        switch (kind) {
          case BUDGET -> "x.aspect = '" + BudgetText.ASPECT + "'";
          case DECISION -> "x." + DecisionRows.IS_DECISION;
        };
    return new Pace(
        count(
            "select count(distinct (x.link_id, x.aspect)) n from sync_receipt x join sync_link o on"
                + " o.link_id = x.link_id join sync_link l on l.link_id = ? and l.mapping_id ="
                + " o.mapping_id and l.installation_id = x.installation_id and l.link_id <>"
                + " x.link_id where x.after_value = '' and x.before_value <> '' and x.how <>"
                + " 'unanswered' and x.applied_at > ? and not exists (select 1 from sync_receipt y"
                + " where y.link_id = x.link_id and y.aspect = x.aspect and y.receipt_id >"
                + " x.receipt_id and y.how <> 'unanswered' and y.after_value <> '') and "
                + ofKind,
            link.value(),
            since),
        count(
            "select count(*) n from sync_base x join sync_link o on o.link_id = x.link_id"
                + " join sync_link l on l.link_id = ? and l.mapping_id = o.mapping_id"
                + " where x.value <> '' and "
                + ofKind,
            link.value()));
  }

  private int count(String sql, Object... arguments) {
    return database.first(sql, row -> row.getInt("n"), arguments).orElse(0);
  }
}
