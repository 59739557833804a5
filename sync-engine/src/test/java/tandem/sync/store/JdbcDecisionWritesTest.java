package tandem.sync.store;

import tandem.sync.store.StoreContract.Opened;

class JdbcDecisionWritesTest extends DecisionWritesContract {
  @Override
  protected Opened open() {
    Database database = Postgres.empty();
    return new Opened(database, new JdbcLinkStore(database));
  }
}
