package tandem.sync.store;

class JdbcDriftLogTest extends DriftLogContract {
  @Override
  protected DriftLog open() {
    return new JdbcDriftLog(Postgres.empty());
  }
}
