package tandem.sync.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.store.Database;

/** Counts what a tenant, or everybody, has; for health and metrics. A few milliseconds a count. */
public final class Census {
  private static final String OF = " where ? in (0, installation_id)";
  private static final long EVERYBODY = 0;

  private final Database database;

  public Census(Database database) {
    this.database = database;
  }

  /**
   * The numbers of one moment.
   *
   * @param links pairs of issues that are mirrored
   * @param waiting of these, those with a change that is not yet mirrored
   * @param quarantined of these, those that were set aside
   * @param conflicts open ones
   * @param held deletions that wait for a person's yes, one a link
   * @param resting links with an issue that is gone
   * @param oldestWaiting since when the link that waits longest does, those set aside left out
   * @param lastSweep when the last sweep of a side came through
   * @param missed changes that sweeps found and no event had told of
   */
  public record Counts(
      long links,
      long waiting,
      long quarantined,
      long conflicts,
      long held,
      long resting,
      Optional<Instant> oldestWaiting,
      Optional<Instant> lastSweep,
      long missed) {}

  /** One tenant's. */
  public Counts of(InstallationId tenant) {
    return of(tenant.value());
  }

  /** All tenants' together. */
  public Counts ofAll() {
    return of(EVERYBODY);
  }

  private Counts of(long whom) {
    return database
        .first(
            "select (select count(*) from sync_link"
                + OF
                + ") links, (select count(*) from sync_conflict"
                + OF
                + " and closed_at is null) conflicts, (select count(*) from sync_hold"
                + OF
                + " and ended_at is null and released_at is null) held,"
                + " (select count(distinct link_id) from sync_link_side"
                + OF
                + " and gone) resting, d.*, s.* from (select"
                + " count(*) filter (where quarantine is null) waiting,"
                + " count(*) filter (where quarantine is not null) quarantined,"
                + " min(since) filter (where quarantine is null) oldest from sync_dirty"
                + OF
                + ") d, (select max(swept_at) swept, coalesce(sum(missed), 0) missed"
                + " from sync_sweep"
                + OF
                + ") s",
            Census::counts,
            whom,
            whom,
            whom,
            whom,
            whom,
            whom)
        .orElseThrow();
  }

  private static Counts counts(ResultSet row) throws SQLException {
    return new Counts(
        row.getLong("links"),
        row.getLong("waiting"),
        row.getLong("quarantined"),
        row.getLong("conflicts"),
        row.getLong("held"),
        row.getLong("resting"),
        time(row, "oldest"),
        time(row, "swept"),
        row.getLong("missed"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
