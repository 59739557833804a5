package tandem.sync.queue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.store.Database;

/**
 * {@link WorkQueue} on PostgreSQL. Rows are locked with {@code skip locked}, so owners do not wait
 * for each other.
 */
public final class JdbcWorkQueue implements WorkQueue {
  private static final String OWNED = " where link_id = ? and fence = ? and leased";
  private static final String NOT_STOPPED =
      " and not exists (select 1 from sync_gate g"
          + " where g.installation_id = d.installation_id and g.until > ?)";
  private static final String CLAIM =
      """
      with c as (
        select link_id from sync_dirty d
        where installation_id = ? and not leased and quarantine is null
          and due_at <= ? and not_before <= ? %s
        order by due_at limit ? for update skip locked)
      update sync_dirty d
      set leased = true, lease_until = ?, owner = ?,
          fence = nextval('sync_fence'), claimed_gen = d.gen
      from c where c.link_id = d.link_id
      returning d.link_id, d.fence, d.setback, d.attempts
      """
          .formatted(NOT_STOPPED);
  private static final String IS_DUE =
      """
      select exists (select 1 from sync_dirty d
        where d.installation_id = ? and not d.leased and d.quarantine is null
          and d.due_at <= ? and d.not_before <= ? %s)
      """
          .formatted(NOT_STOPPED);
  private static final String TENANTS_DUE =
      """
      select d.installation_id from sync_dirty d
      where not d.leased and d.quarantine is null and d.due_at <= ? and d.not_before <= ? %s
      group by d.installation_id order by min(d.due_at), d.installation_id
      """
          .formatted(NOT_STOPPED);

  private final Database database;

  public JdbcWorkQueue(Database database) {
    this.database = database;
  }

  @Override
  public void markDirty(InstallationId installation, Collection<LinkId> links, Instant now) {
    if (links.isEmpty()) {
      return;
    }
    // Sorted, so that two batches cannot deadlock; distinct, because a row may be hit only once.
    database.update(
        """
        insert into sync_dirty (link_id, installation_id, due_at, since)
        select distinct l, ?::bigint, ?::timestamptz, ?::timestamptz from unnest(?::bigint[]) x(l) order by l
        on conflict (link_id) do update
        set gen = sync_dirty.gen + 1,
            due_at = case when sync_dirty.leased then sync_dirty.due_at
                          else least(sync_dirty.due_at, excluded.due_at) end
        """,
        installation.value(),
        now,
        now,
        links.stream().map(LinkId::value).toArray(Long[]::new));
  }

  @Override
  public List<Claim> claim(InstallationId installation, int atMost, Lease lease) {
    return database.query(
        CLAIM,
        row ->
            new Claim(
                new LinkId(row.getLong("link_id")),
                installation,
                row.getLong("fence"),
                Optional.ofNullable(row.getString("setback")).map(Setback::valueOf),
                row.getInt("attempts")),
        installation.value(),
        lease.from(),
        lease.from(),
        lease.from(),
        atMost,
        lease.until(),
        lease.owner());
  }

  @Override
  public boolean renew(Claim claim, Instant until) {
    return owned("update sync_dirty set lease_until = ?", claim, until);
  }

  @Override
  public Completion complete(Claim claim, Instant now) {
    return database.within(() -> {
      int clean =
          database.update(
              "delete from sync_dirty where link_id = ? and fence = ? and leased"
                  + " and gen = claimed_gen",
              claim.link().value(),
              claim.fence());
      if (clean == 1) {
        return Completion.DONE;
      }
      // Its own statement: an update beside the delete would see the row as it was before.
      return owned(
              "update sync_dirty set leased = false, lease_until = null, attempts = 0,"
                  + " setback = null, due_at = ?, since = ?",
              claim,
              now,
              now)
          ? Completion.DIRTY_AGAIN
          : Completion.LOST;
    });
  }

  @Override
  public boolean release(Claim claim, Instant dueAt) {
    return owned(
        "update sync_dirty set leased = false, lease_until = null, due_at = ?", claim, dueAt);
  }

  @Override
  public boolean retryAt(Claim claim, Setback setback, Instant dueAt) {
    return owned(
        "update sync_dirty set leased = false, lease_until = null, setback = ?, attempts = ?,"
            + " due_at = ?, not_before = case when ? then not_before else ? end",
        claim,
        setback.name(),
        claim.attempt(setback),
        dueAt,
        setback.yieldsToNews(),
        dueAt);
  }

  @Override
  public boolean notBefore(Claim claim, Instant until) {
    return owned(
        "update sync_dirty set leased = false, lease_until = null, not_before = ?", claim, until);
  }

  @Override
  public boolean quarantine(Claim claim, String why) {
    return owned(
        "update sync_dirty set leased = false, lease_until = null, quarantine = ?", claim, why);
  }

  private boolean owned(String update, Claim claim, Object... values) {
    Object[] arguments = Arrays.copyOf(values, values.length + 2);
    arguments[values.length] = claim.link().value();
    arguments[values.length + 1] = claim.fence();
    return database.update(update + OWNED, arguments) == 1;
  }

  @Override
  public boolean replay(InstallationId installation, LinkId link, Instant now) {
    return database.update(
            """
            update sync_dirty
            set quarantine = null, attempts = 0, setback = null, gen = gen + 1, due_at = ?,
                not_before = '-infinity'
            where installation_id = ? and link_id = ? and quarantine is not null
            """,
            now,
            installation.value(),
            link.value())
        == 1;
  }

  @Override
  public void stop(InstallationId installation, Stop stop) {
    database.update(
        """
        insert into sync_gate as g (installation_id, until, why) values (?, ?, ?)
        on conflict (installation_id) do update set until = excluded.until, why = excluded.why
        where g.until < excluded.until
        """,
        installation.value(),
        stop.until(),
        stop.why());
  }

  @Override
  public Optional<Stop> stopped(InstallationId installation, Instant now) {
    return database.first(
        """
        select until, why from sync_gate
        where installation_id = ? and until > ?
        """,
        row -> new Stop(Database.instant(row, "until"), row.getString("why")),
        installation.value(),
        now);
  }

  @Override
  public void resume(InstallationId installation, Instant now) {
    database.run(() -> {
      database.update("delete from sync_gate where installation_id = ?", installation.value());
      database.update(
          """
          update sync_dirty set not_before = '-infinity',
            due_at = case when leased then due_at else least(due_at, ?) end
          where installation_id = ? and quarantine is null
          """,
          now,
          installation.value());
    });
  }

  @Override
  public boolean isDue(InstallationId installation, Instant now) {
    return database
        .first(IS_DUE, row -> row.getBoolean(1), installation.value(), now, now, now)
        .orElse(false);
  }

  @Override
  public List<InstallationId> tenantsDue(Instant now) {
    return database.query(
        TENANTS_DUE, row -> new InstallationId(row.getLong("installation_id")), now, now, now);
  }

  @Override
  public int reap(Instant now) {
    return database.update(
        """
        with c as (select link_id from sync_dirty where leased and lease_until < ?
                   order by link_id for update skip locked)
        update sync_dirty d
        set leased = false, lease_until = null, due_at = ?, setback = 'INTERRUPTED',
            attempts = case when setback = 'INTERRUPTED' then attempts + 1 else 1 end,
            quarantine = case when setback = 'INTERRUPTED' and attempts + 1 >= ? then ? end
        from c where c.link_id = d.link_id\
        """,
        now,
        now,
        MOST_INTERRUPTIONS,
        INTERRUPTED_TOO_OFTEN);
  }

  @Override
  public Optional<Waiting> find(LinkId link) {
    return database.first(
        """
        select greatest(due_at, not_before) due_at, attempts, quarantine
        from sync_dirty where link_id = ?
        """,
        row ->
            new Waiting(
                Database.instant(row, "due_at"),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("quarantine"))),
        link.value());
  }
}
