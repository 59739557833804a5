package tandem.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JdbcLinkStoreTest extends StoreContract {
  @Override
  protected Opened open() {
    Database database = Postgres.empty();
    return new Opened(database, new JdbcLinkStore(database));
  }

  @Test
  void migratingASecondTimeChangesNothing() {
    SyncSchema.migrate(Postgres.source());
    int runs =
        Postgres.empty()
            .first("select count(*) n from sync_schema_history where success", r -> r.getInt("n"))
            .orElseThrow();
    SyncSchema.migrate(Postgres.source());
    assertThat(
            Postgres.empty()
                .first("select count(*) n from sync_schema_history", row -> row.getInt("n")))
        .contains(runs);
  }
}
