package tandem.sync.store;

import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;

/** {@link SweepMarks} on PostgreSQL. */
public final class JdbcSweepMarks implements SweepMarks {
  private final Database database;

  public JdbcSweepMarks(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Mark> find(InstallationId tenant, MappingId mapping, Side side) {
    return database.first(
        "select * from sync_sweep where mapping_id = ? and side = ? and installation_id = ?",
        row ->
            new Mark(
                Database.instant(row, "reached"),
                Database.instant(row, "swept_at"),
                row.getLong("missed"),
                row.getLong("under_way")),
        mapping.value(),
        JdbcLinkStore.name(side),
        tenant.value());
  }

  @Override
  public void add(InstallationId tenant, MappingId mapping, Side side, Mark pass) {
    database.update(
        """
        insert into sync_sweep as s
          (mapping_id, side, installation_id, reached, swept_at, missed, under_way)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (mapping_id, side) do update
        set reached = greatest(s.reached, excluded.reached),
            swept_at = greatest(s.swept_at, excluded.swept_at),
            missed = s.missed + excluded.missed, under_way = s.under_way + excluded.under_way
        where s.installation_id = excluded.installation_id
        """,
        mapping.value(),
        JdbcLinkStore.name(side),
        tenant.value(),
        pass.reached(),
        pass.sweptAt(),
        pass.missed(),
        pass.underWay());
  }
}
