package tandem.sync.store;

import tandem.sync.store.StoreContract.Opened;

class MemoryDecisionWritesTest extends DecisionWritesContract {
  @Override
  protected Opened open() {
    MemoryDatabase database = new MemoryDatabase();
    return new Opened(database, new MemoryLinkStore(database));
  }
}
