package tandem.sync.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.Side;
import tandem.sync.store.Database;

/** {@link Gates} on PostgreSQL. */
public final class JdbcGates implements Gates {
  private static final long EVERYBODY = 0;
  private static final String EVERY_ERRAND = "all";

  private final Database database;

  public JdbcGates(Database database) {
    this.database = database;
  }

  @Override
  public void close(Gate gate, Stop stop) {
    database.update(
        """
        insert into sync_side_gate as g (installation_id, side, errand, until, why)
        values (?, ?, ?, ?, ?)
        on conflict (installation_id, side, errand) do update
        set until = excluded.until, why = excluded.why where g.until < excluded.until
        """,
        gate.tenant().map(InstallationId::value).orElse(EVERYBODY),
        name(gate.side()),
        gate.errand().map(JdbcGates::name).orElse(EVERY_ERRAND),
        stop.until(),
        stop.why());
  }

  @Override
  public Optional<Stop> closed(InstallationId tenant, Side side, Errand errand, Instant now) {
    return database.first(
        """
        select until, why from sync_side_gate
        where installation_id in (0, ?) and side = ? and errand in ('all', ?) and until > ?
        order by until desc limit 1
        """,
        JdbcGates::stop,
        tenant.value(),
        name(side),
        name(errand),
        now);
  }

  @Override
  public List<Stop> closed(InstallationId tenant, Instant now) {
    return database.query(
        """
        select until, why from (
          select distinct on (side) until, why from sync_side_gate
          where installation_id in (0, ?) and until > ? order by side, until desc) longest
        order by until desc
        """,
        JdbcGates::stop,
        tenant.value(),
        now);
  }

  private static Stop stop(ResultSet row) throws SQLException {
    return new Stop(Database.instant(row, "until"), row.getString("why"));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
