package tandem.sync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.store.BackfillRun.Place;
import tandem.sync.store.BackfillRun.Stage;
import tandem.sync.store.BackfillRun.State;
import tandem.sync.store.BackfillRun.Status;

/** {@link BackfillStore} on PostgreSQL. */
public final class JdbcBackfillStore implements BackfillStore {
  private static final String FREE =
      "state = 'running' and due_at <= ? and (lease_until is null or lease_until <= ?)";

  private final Database database;

  public JdbcBackfillStore(Database database) {
    this.database = database;
  }

  @Override
  public boolean begin(BackfillRun fresh) {
    return database.update(
            """
            insert into sync_backfill as b (mapping_id, installation_id, since, stage, state,
              said, started_at, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (mapping_id) do update
            set since = excluded.since, stage = excluded.stage, cursor = '', restarts = 0,
              expected = null, left_seen = 0, right_seen = 0, linked = 0, created = 0,
              foreign_hints = 0, taken = 0, calls = 0, state = excluded.state,
              said = excluded.said, attempts = 0, started_at = excluded.started_at,
              due_at = excluded.due_at, finished_at = null, owner = null, lease_until = null,
              fence = b.fence + 1
            where b.state <> 'running' and b.installation_id = excluded.installation_id
            """,
            fresh.mapping().value(),
            fresh.installation().value(),
            fresh.since(),
            name(fresh.place().stage()),
            name(fresh.status().state()),
            fresh.status().said(),
            fresh.startedAt(),
            fresh.status().dueAt())
        == 1;
  }

  @Override
  public Optional<BackfillRun> find(InstallationId installation, MappingId mapping) {
    return database.first(
        "select * from sync_backfill where mapping_id = ? and installation_id = ?",
        JdbcBackfillStore::run,
        mapping.value(),
        installation.value());
  }

  @Override
  public List<MappingId> due(Instant now) {
    return database.query(
        "select mapping_id from sync_backfill where " + FREE + " order by due_at, mapping_id",
        row -> new MappingId(row.getLong("mapping_id")),
        now,
        now);
  }

  @Override
  public Optional<Hold> claim(MappingId mapping, Lease lease, Instant now) {
    return database.first(
        "update sync_backfill set owner = ?, lease_until = ?, fence = fence + 1"
            + " where mapping_id = ? and "
            + FREE
            + " returning *",
        row -> new Hold(run(row), row.getLong("fence")),
        lease.owner(),
        lease.until(),
        mapping.value(),
        now,
        now);
  }

  @Override
  public boolean keep(Hold hold, BackfillRun changed, Instant until) {
    BackfillCounts counts = changed.counts();
    Status status = changed.status();
    return database.update(
            """
            update sync_backfill
            set stage = ?, cursor = ?, restarts = ?, expected = ?, left_seen = ?, right_seen = ?,
              linked = ?, created = ?, foreign_hints = ?, taken = ?, calls = ?, state = ?, said = ?,
              due_at = ?, attempts = ?, finished_at = ?, lease_until = ?
            where mapping_id = ? and fence = ? and state = 'running'
            """,
            name(changed.place().stage()),
            changed.place().cursor(),
            changed.place().restarts(),
            expected(changed),
            counts.left(),
            counts.right(),
            counts.linked(),
            counts.created(),
            counts.foreign(),
            counts.taken(),
            counts.calls(),
            name(status.state()),
            status.said(),
            status.dueAt(),
            status.attempts(),
            status.finishedAt().orElse(null),
            until,
            changed.mapping().value(),
            hold.fence())
        == 1;
  }

  private static @Nullable Object expected(BackfillRun run) {
    return run.expected().isPresent() ? run.expected().getAsLong() : null;
  }

  @Override
  public boolean cancel(InstallationId installation, MappingId mapping, String said, Instant now) {
    return database.update(
            """
            update sync_backfill set state = 'cancelled', said = ?, finished_at = ?
            where mapping_id = ? and installation_id = ? and state = 'running'
            """,
            said,
            now,
            mapping.value(),
            installation.value())
        == 1;
  }

  private static BackfillRun run(ResultSet row) throws SQLException {
    long expected = row.getLong("expected");
    OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(expected);
    return new BackfillRun(
        new InstallationId(row.getLong("installation_id")),
        new MappingId(row.getLong("mapping_id")),
        Database.instant(row, "since"),
        known,
        Database.instant(row, "started_at"),
        new Place(
            Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
            row.getString("cursor"),
            row.getInt("restarts")),
        counts(row),
        status(row));
  }

  private static BackfillCounts counts(ResultSet row) throws SQLException {
    return new BackfillCounts(
        row.getLong("left_seen"),
        row.getLong("right_seen"),
        row.getLong("linked"),
        row.getLong("created"),
        row.getLong("foreign_hints"),
        row.getLong("taken"),
        row.getLong("calls"));
  }

  private static Status status(ResultSet row) throws SQLException {
    return new Status(
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("said"),
        Database.instant(row, "due_at"),
        row.getInt("attempts"),
        Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
