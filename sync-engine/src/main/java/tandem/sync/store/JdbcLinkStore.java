package tandem.sync.store;

import static tandem.sync.store.BudgetText.ASPECT;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tandem.sync.model.Draw;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.model.Snapshot;

/** {@link LinkStore} on PostgreSQL. */
public final class JdbcLinkStore implements LinkStore {
  private final Database database;
  private final LinkRows rows;
  private final DecisionStore decisions;
  private final Holds holds;
  private final Overwrites overwrites;

  public JdbcLinkStore(Database database) {
    this.database = database;
    this.rows = new LinkRows(database);
    this.decisions = new JdbcDecisionStore(database);
    this.holds = new JdbcHolds(database);
    this.overwrites = new JdbcOverwrites(database);
  }

  @Override
  public Enrolment link(InstallationId installation, MappingId mapping, Ends ends, Instant now) {
    return database.within(() ->
        enrolled(installation, ends).orElseGet(() -> enrol(installation, mapping, ends, now)));
  }

  private Optional<Enrolment> enrolled(InstallationId installation, Ends ends) {
    Optional<LinkId> left = linkOf(installation, Side.LEFT, ends.left());
    Optional<LinkId> right = linkOf(installation, Side.RIGHT, ends.right());
    if (left.isEmpty() && right.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        left.equals(right) ? new Enrolment.Known(left.orElseThrow()) : new Enrolment.Taken());
  }

  private Enrolment enrol(InstallationId installation, MappingId mapping, Ends ends, Instant now) {
    LinkId link =
        database
            .first(
                "insert into sync_link (installation_id, mapping_id, created_at) values (?, ?, ?)"
                    + " returning link_id",
                row -> new LinkId(row.getLong("link_id")),
                installation.value(),
                mapping.value(),
                now)
            .orElseThrow();
    int added =
        addSide(link, installation, Side.LEFT, ends)
            + addSide(link, installation, Side.RIGHT, ends);
    if (added == 2) {
      return new Enrolment.Created(link);
    }
    // Another transaction linked one of the two since we looked.
    database.update("delete from sync_link where link_id = ?", link.value());
    return enrolled(installation, ends).orElseGet(Enrolment.Taken::new);
  }

  private int addSide(LinkId link, InstallationId installation, Side side, Ends ends) {
    boolean left = side == Side.LEFT;
    return database.update(
        """
        insert into sync_link_side (link_id, side, installation_id, issue_id, issue_key)
        values (?, ?, ?, ?, ?) on conflict do nothing
        """,
        link.value(),
        name(side),
        installation.value(),
        (left ? ends.left() : ends.right()).value(),
        left ? ends.leftKey() : ends.rightKey());
  }

  @Override
  public Optional<LinkId> linkOf(InstallationId installation, Side side, IssueId issue) {
    return database.first(
        "select link_id from sync_link_side"
            + " where installation_id = ? and side = ? and issue_id = ?",
        row -> new LinkId(row.getLong("link_id")),
        installation.value(),
        name(side),
        issue.value());
  }

  @Override
  public Optional<LinkState> find(LinkId link) {
    return database.within(() -> rows.find(link));
  }

  @Override
  public Optional<Glance> glance(InstallationId installation, Side side, IssueId issue) {
    return rows.glance(installation, side, issue);
  }

  /**
   * {@code xmin} is another one after every update of the row. The time alone would not do: of two
   * observations of the same moment the later arrival changes what is held, and not the time.
   */
  @Override
  public boolean stillHeld(Glance glance, Side side, String key, Instant at) {
    return database.update(
            """
            update sync_link_side set observed_at = ?, issue_key = ?
            where link_id = ? and side = ? and xmin = ?::xid
            """,
            at,
            key,
            glance.link().value(),
            name(side),
            glance.version())
        == 1;
  }

  @Override
  public List<MappingId> mappings(InstallationId installation) {
    return database.query(
        "select distinct mapping_id from sync_link where installation_id = ? order by mapping_id",
        row -> new MappingId(row.getLong("mapping_id")),
        installation.value());
  }

  @Override
  public boolean observed(LinkId link, Side side, String key, Snapshot snapshot) {
    return database.within(() -> {
      SideState known = rows.lockedSide(link, side);
      int newer =
          database.update(
              """
              update sync_link_side set observed_at = ?, issue_key = ?, gone = false
              where link_id = ? and side = ? and (observed_at is null or observed_at <= ?)
              """,
              snapshot.at(),
              key,
              link.value(),
              name(side),
              snapshot.at());
      return newer == 1 && keep(link, side, known, snapshot);
    });
  }

  private boolean keep(LinkId link, Side side, SideState known, Snapshot snapshot) {
    boolean same =
        known.snapshot().filter(old -> old.budgets().equals(snapshot.budgets())).isPresent();
    if (!same) {
      database.update(
          """
          insert into sync_observed (link_id, side, aspect, value, since) values (?, ?, ?, ?, ?)
          on conflict (link_id, side, aspect)
          do update set value = excluded.value, since = excluded.since
          """,
          link.value(),
          name(side),
          ASPECT,
          BudgetText.of(snapshot.budgets()),
          snapshot.at());
    }
    return !same || known.gone();
  }

  @Override
  public void gone(LinkId link, Side side) {
    database.update(
        "update sync_link_side set gone = true where link_id = ? and side = ?",
        link.value(),
        name(side));
  }

  @Override
  public void touched(LinkId link, Side side) {
    database.update(
        "update sync_link_side set news = news + 1 where link_id = ? and side = ?",
        link.value(),
        name(side));
  }

  @Override
  public long news(LinkId link, Side side) {
    return rows.lockedSide(link, side).news();
  }

  @Override
  public void seen(LinkId link, Side side, long news) {
    database.update(
        "update sync_link_side set seen = greatest(seen, ?) where link_id = ? and side = ?",
        news,
        link.value(),
        name(side));
  }

  @Override
  public long intend(LinkId link, Intent intent, Instant now) {
    return database
        .first(
            """
            insert into sync_intent
              (link_id, side, aspect, before_value, after_value, why, caused_at, written_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) returning intent_id
            """,
            row -> row.getLong("intent_id"),
            link.value(),
            name(intent.side()),
            ASPECT,
            BudgetText.of(intent.before()),
            BudgetText.of(intent.after()),
            intent.why(),
            intent.causedAt(),
            now)
        .orElseThrow();
  }

  @Override
  public void applied(LinkId link, Intent intent, Receipt.How how, Instant now) {
    database.run(() -> {
      database.update("update sync_intent set answered = true where intent_id = ?", intent.id());
      receipt(intent, how, now);
    });
  }

  @Override
  public void doubted(LinkId link, Intent intent, Instant now) {
    receipt(intent, Receipt.How.UNANSWERED, now);
  }

  private void receipt(Intent intent, Receipt.How how, Instant now) {
    database.update(
        """
        insert into sync_receipt (installation_id, link_id, intent_id, side, aspect,
          before_value, after_value, why, how, caused_at, applied_at)
        select l.installation_id, l.link_id, i.intent_id, i.side, i.aspect,
          i.before_value, i.after_value, i.why, ?, i.caused_at, ?
        from sync_intent i join sync_link l on l.link_id = i.link_id
        where i.intent_id = ? and not (i.refused and ?) on conflict (intent_id) do nothing
        """,
        LinkRows.name(how),
        now,
        intent.id(),
        how == Receipt.How.UNANSWERED);
  }

  @Override
  public void refused(LinkId link, long intent) {
    JdbcDecisionStore.refused(database, intent, true);
  }

  @Override
  public void sentAgain(LinkId link, long intent) {
    JdbcDecisionStore.refused(database, intent, false);
  }

  @Override
  public void agreed(LinkId link, Draw draw, Instant now) {
    database.run(() -> {
      database.update(
          """
          insert into sync_base as b (link_id, aspect, value, since) values (?, ?, ?, ?)
          on conflict (link_id, aspect) do update
          set value = excluded.value, since = excluded.since, version = b.version + 1
          where b.value <> excluded.value
          """,
          link.value(),
          ASPECT,
          BudgetText.of(draw),
          now);
      database.update(
          "delete from sync_intent where link_id = ? and aspect = ?", link.value(), ASPECT);
    });
  }

  @Override
  public boolean conflict(LinkId link, ConflictRecord conflict) {
    return database.within(() -> new ConflictRows(database).keep(link, conflict));
  }

  @Override
  public void closeConflicts(LinkId link, Instant now) {
    new ConflictRows(database).close(link, now);
  }

  @Override
  public List<ConflictRecord> openConflicts(LinkId link) {
    return new ConflictRows(database).open(link);
  }

  @Override
  public List<Receipt> receipts(LinkId link) {
    return rows.receipts(link);
  }

  @Override
  public DecisionStore decisions() {
    return decisions;
  }

  @Override
  public Holds holds() {
    return holds;
  }

  @Override
  public Overwrites overwrites() {
    return overwrites;
  }

  static String name(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }
}
