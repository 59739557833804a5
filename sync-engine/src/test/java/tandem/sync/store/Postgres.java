package tandem.sync.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.sql.DataSource;

/** One real PostgreSQL for all tests of this JVM, with the schema in place. */
public final class Postgres {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final DataSource SOURCE = start();

  private Postgres() {}

  /** A database with empty tables. */
  public static Database empty() {
    Database database = new Database(SOURCE);
    int unused =
        database.update(
            "truncate sync_link, sync_gate, sync_side_gate, sync_sweep, sync_unplaced,"
                + " sync_backfill, sync_twin_hint, sync_parted, sync_creation, sync_drift restart"
                + " identity cascade");
    return database;
  }

  public static DataSource source() {
    return SOURCE;
  }

  private static DataSource start() {
    try {
      DataSource source =
          EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start().getPostgresDatabase();
      SyncSchema.migrate(source);
      return source;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
