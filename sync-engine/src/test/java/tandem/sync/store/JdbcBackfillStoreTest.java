package tandem.sync.store;

class JdbcBackfillStoreTest extends BackfillContract {
  @Override
  protected BackfillStore open() {
    return new JdbcBackfillStore(Postgres.empty());
  }
}
