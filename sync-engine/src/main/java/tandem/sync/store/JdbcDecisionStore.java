package tandem.sync.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.sync.model.DecisionId;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;

/** {@link DecisionStore} on PostgreSQL. */
final class JdbcDecisionStore implements DecisionStore {
  private final Database database;
  private final DecisionRows rows;
  private final DisputeRows disputes;

  JdbcDecisionStore(Database database) {
    this.database = database;
    this.rows = new DecisionRows(database);
    this.disputes = new DisputeRows(database);
  }

  @Override
  public DecisionStates find(LinkId link) {
    return database.within(() -> rows.find(link));
  }

  @Override
  public void observed(LinkId link, Side side, Map<DecisionId, Sight> all, Instant now) {
    database.run(() -> {
      read(link, side);
      Map<DecisionId, Sight> known = rows.sights(link, side);
      known.forEach((id, sight) -> {
        if (!all.containsKey(id) && !sight.isGone()) {
          keep(link, side, id, Sight.gone(now));
        }
      });
      all.forEach((id, sight) -> keepNews(new Place(link, side, id), sight, known));
    });
  }

  @Override
  public void observed(LinkId link, Side side, DecisionId id, Sight sight) {
    database.run(() -> keepNews(new Place(link, side, id), sight, rows.sights(link, side)));
  }

  /** A decision of a side of a link. */
  private record Place(LinkId link, Side side, DecisionId id) {}

  private void keepNews(Place place, Sight sight, Map<DecisionId, Sight> all) {
    Optional<Sight> known = Optional.ofNullable(all.get(place.id()));
    Instant since = known.filter(sight::isSame).map(Sight::since).orElse(sight.since());
    Sight now = sight.since(since);
    if (known.filter(now::equals).isEmpty()) {
      keep(place.link(), place.side(), place.id(), now);
    }
  }

  private void keep(LinkId link, Side side, DecisionId id, Sight sight) {
    database.update(
        """
        insert into sync_observed (link_id, side, aspect, value, since, unread, ref, mark, seen_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (link_id, side, aspect) do update
        set value = excluded.value, since = excluded.since, unread = excluded.unread,
            ref = excluded.ref, mark = excluded.mark, seen_at = excluded.seen_at
        """,
        link.value(),
        JdbcLinkStore.name(side),
        DecisionRows.aspect(id),
        sight.value(),
        sight.since(),
        orNull(sight.unread()),
        orNull(sight.trace().map(Sight.Trace::ref)),
        orNull(sight.trace().map(Sight.Trace::mark)),
        sight.trace().flatMap(Sight.Trace::at).orElse(null));
  }

  private static @Nullable String orNull(Optional<String> text) {
    return text.orElse(null);
  }

  @Override
  public void read(LinkId link, Side side) {
    database.update(
        "update sync_link_side set decisions_read = true"
            + " where link_id = ? and side = ? and not decisions_read",
        link.value(),
        JdbcLinkStore.name(side));
  }

  @Override
  public void intend(LinkId link, DecisionId id, List<DecisionIntent> writes, Instant now) {
    database.run(() -> {
      forgetWithoutEffect(link, id);
      long plan =
          database
              .first("select nextval('sync_plan') plan", row -> row.getLong("plan"))
              .orElseThrow();
      writes.forEach(write -> insert(link, id, write.inPlan(plan), now));
    });
  }

  private void forgetWithoutEffect(LinkId link, DecisionId id) {
    database.update(
        """
        delete from sync_intent i where i.link_id = ? and i.aspect = ? and not exists
          (select 1 from sync_intent j
           where j.link_id = i.link_id and j.aspect = i.aspect and j.plan = i.plan and j.answered)
        """,
        link.value(),
        DecisionRows.aspect(id));
  }

  private void insert(LinkId link, DecisionId id, DecisionIntent write, Instant now) {
    database.update(
        """
        insert into sync_intent (link_id, side, aspect, plan, before_value, after_value,
          agreed_value, why, caused_at, written_at, looked, found_at)
        select s.link_id, s.side, a.aspect, ?, ?, ?, ?, ?, ?, ?, s.seen, o.seen_at
        from sync_link_side s cross join (values (?)) a (aspect)
        left join sync_observed o
          on o.link_id = s.link_id and o.side = s.side and o.aspect = a.aspect
        where s.link_id = ? and s.side = ?
        """,
        write.plan(),
        write.before(),
        write.after(),
        write.agreed(),
        write.why(),
        write.causedAt(),
        now,
        DecisionRows.aspect(id),
        link.value(),
        JdbcLinkStore.name(write.side()));
  }

  @Override
  public void applied(LinkId link, DecisionReceipt receipt) {
    database.run(() -> {
      database.update(
          "update sync_intent set answered = true where intent_id = ?", receipt.intent().id());
      keep(receipt);
    });
  }

  @Override
  public void doubted(LinkId link, DecisionReceipt receipt) {
    keep(receipt);
  }

  private void keep(DecisionReceipt receipt) {
    database.update(
        """
        insert into sync_receipt (installation_id, link_id, intent_id, side, aspect,
          before_value, after_value, why, caused_at, looked, found_at,
          how, loss, held_at, applied_at)
        select l.installation_id, l.link_id, i.intent_id, i.side, i.aspect,
          i.before_value, i.after_value, i.why, i.caused_at, i.looked, i.found_at,
          ?, nullif(?, ''), ?, ?
        from sync_intent i join sync_link l on l.link_id = i.link_id
        where i.intent_id = ? and not (i.refused and ?) on conflict (intent_id) do nothing
        """,
        LinkRows.name(receipt.how()),
        receipt.loss(),
        receipt.heldAt().orElse(null),
        receipt.appliedAt(),
        receipt.intent().id(),
        !receipt.isKnown());
  }

  @Override
  public void refused(LinkId link, long intent) {
    refused(database, intent, true);
  }

  @Override
  public void sentAgain(LinkId link, long intent) {
    refused(database, intent, false);
  }

  static void refused(Database database, long intent, boolean refused) {
    database.update(
        "update sync_intent set refused = ? where intent_id = ? and refused <> ?",
        refused,
        intent,
        refused);
  }

  @Override
  public void agreed(LinkId link, DecisionId id, String value, Instant now) {
    database.run(() -> {
      database.update(
          """
          insert into sync_base as b (link_id, aspect, value, since) values (?, ?, ?, ?)
          on conflict (link_id, aspect) do update
          set value = excluded.value, since = excluded.since, version = b.version + 1
          where b.value <> excluded.value
          """,
          link.value(),
          DecisionRows.aspect(id),
          value,
          now);
      delete("sync_intent", link, id);
      if (value.isEmpty()) {
        delete("sync_observed", link, id);
      }
    });
  }

  private void delete(String table, LinkId link, DecisionId id) {
    database.update(
        "delete from " + table + " where link_id = ? and aspect = ?",
        link.value(),
        DecisionRows.aspect(id));
  }

  @Override
  public int disputes(LinkId link, DecisionId id, List<DecisionDispute> found, Instant now) {
    return database.within(() -> disputes.keep(link, id, found, now));
  }

  @Override
  public void rule(LinkId link, DecisionId id, DecisionRuling ruling, Rulings.Author author) {
    RulingRows rows = new RulingRows(database, DecisionRows.aspect(id));
    rows.give(
        link,
        new RulingRows.Texts(
            ruling.kind(), ruling.value(), ruling.left(), ruling.right(), ruling.at()),
        author);
  }

  @Override
  public void ruled(LinkId link, long ruling, Rulings.Ending ending, Instant now) {
    RulingRows.end(database, ruling, ending, now);
  }

  @Override
  public List<DecisionReceipt> receipts(LinkId link) {
    return rows.receipts(link);
  }

  @Override
  public List<DecisionReceipt> latest(LinkId link, DecisionId id, Side side, int atMost) {
    return rows.latest(link, id, side, atMost);
  }

  @Override
  public Optional<Placed> placed(InstallationId tenant, Side side, String ref) {
    return database.first(
        """
        select o.link_id, o.aspect, o.mark from sync_observed o
        join sync_link l on l.link_id = o.link_id and l.installation_id = ?
        where o.ref = ? and o.side = ? order by o.link_id limit 1
        """,
        row ->
            new Placed(
                new LinkId(row.getLong("link_id")), DecisionRows.id(row), row.getString("mark")),
        tenant.value(),
        ref,
        JdbcLinkStore.name(side));
  }

  @Override
  public void unplaced(InstallationId tenant, Side side, Unplaced seen, Instant dueAt) {
    database.update(
        """
        insert into sync_unplaced as known (installation_id, side, ref, mark, due_at)
        values (?, ?, ?, ?, ?)
        on conflict (installation_id, side, ref) do update
        set mark = case when known.mark = excluded.mark then known.mark else '' end
        """,
        tenant.value(),
        JdbcLinkStore.name(side),
        seen.ref(),
        seen.mark(),
        dueAt);
  }

  @Override
  public List<Unplaced> unplaced(InstallationId tenant, Side side, Due due) {
    return database.query(
        """
        select ref, mark from sync_unplaced where installation_id = ? and side = ? and due_at <= ?
        order by due_at, ref limit ?
        """,
        row -> new Unplaced(row.getString("ref"), row.getString("mark")),
        tenant.value(),
        JdbcLinkStore.name(side),
        due.until(),
        due.atMost());
  }

  @Override
  public List<InstallationId> tenantsUnplaced(Instant now) {
    return database.query(
        "select distinct installation_id from sync_unplaced where due_at <= ? order by 1",
        row -> new InstallationId(row.getLong("installation_id")),
        now);
  }

  @Override
  public void postpone(InstallationId tenant, Side side, String ref, Instant dueAt) {
    database.update(
        "update sync_unplaced set due_at = ? where installation_id = ? and side = ? and ref = ?",
        dueAt,
        tenant.value(),
        JdbcLinkStore.name(side),
        ref);
  }

  @Override
  public boolean forget(InstallationId tenant, Side side, Unplaced seen) {
    return database.update(
            """
            delete from sync_unplaced
            where installation_id = ? and side = ? and ref = ? and mark = ?
            """,
            tenant.value(),
            JdbcLinkStore.name(side),
            seen.ref(),
            seen.mark())
        > 0;
  }

  @Override
  public Optional<Map<DecisionId, String>> marks(LinkId link, Side side) {
    return database.within(() -> rows.marks(link, side));
  }
}
