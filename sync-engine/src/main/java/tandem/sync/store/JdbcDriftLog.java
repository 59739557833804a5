package tandem.sync.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** {@link DriftLog} on PostgreSQL. */
public final class JdbcDriftLog implements DriftLog {
  private final Database database;

  public JdbcDriftLog(Database database) {
    this.database = database;
  }

  @Override
  public void add(Place place, Map<DriftCause, Integer> found, Instant now) {
    found.forEach((cause, count) -> {
      if (count > 0) {
        add(place, new Entry(cause, count, now));
      }
    });
  }

  private void add(Place place, Entry entry) {
    database.update(
        """
        insert into sync_drift as d (mapping_id, side, cause, installation_id, found, last_at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (mapping_id, side, cause) do update
        set found = d.found + excluded.found, last_at = greatest(d.last_at, excluded.last_at)
        where d.installation_id = excluded.installation_id
        """,
        place.mapping().value(),
        JdbcLinkStore.name(place.side()),
        entry.cause().name(),
        place.installation().value(),
        entry.found(),
        entry.lastAt());
  }

  @Override
  public List<Entry> of(Place place) {
    return database
        .query(
            "select cause, found, last_at from sync_drift"
                + " where mapping_id = ? and side = ? and installation_id = ?",
            row ->
                new Entry(
                    DriftCause.valueOf(row.getString("cause")),
                    row.getLong("found"),
                    Database.instant(row, "last_at")),
            place.mapping().value(),
            JdbcLinkStore.name(place.side()),
            place.installation().value())
        .stream()
        .sorted(Comparator.comparing(Entry::cause))
        .toList();
  }
}
