package tandem.sync.store;

class MemoryLinkStoreTest extends StoreContract {
  @Override
  protected Opened open() {
    MemoryDatabase database = new MemoryDatabase();
    return new Opened(database, new MemoryLinkStore(database));
  }
}
