package tandem.sync.store;

import tandem.sync.store.StoreContract.Opened;

class MemoryHoldsTest extends HoldsContract {
  @Override
  protected Opened open() {
    MemoryDatabase database = new MemoryDatabase();
    return new Opened(database, new MemoryLinkStore(database));
  }
}
