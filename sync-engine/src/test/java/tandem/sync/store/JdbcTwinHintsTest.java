package tandem.sync.store;

class JdbcTwinHintsTest extends TwinHintsContract {
  @Override
  protected TwinHints open() {
    return new JdbcTwinHints(Postgres.empty());
  }
}
