package tandem.sync.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The engine's tables. They may share a schema with others: their history is kept apart. */
public final class SyncSchema {
  private SyncSchema() {}

  /**
   * Brings the tables up to date; does nothing where they are. Several nodes may call it at once.
   * Throws Flyway's exception when the database is out of reach or was changed by hand.
   */
  public static void migrate(DataSource source) {
    Flyway.configure(SyncSchema.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:tandem/sync/migration")
        .table("sync_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
