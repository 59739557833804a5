package tandem.sync.store;

import tandem.sync.store.StoreContract.Opened;

class JdbcDecisionStoreTest extends DecisionStoreContract {
  @Override
  protected Opened open() {
    Database database = Postgres.empty();
    return new Opened(database, new JdbcLinkStore(database));
  }
}
