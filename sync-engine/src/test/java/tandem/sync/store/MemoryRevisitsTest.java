package tandem.sync.store;

class MemoryRevisitsTest extends RevisitsContract {
  @Override
  protected Opened open() {
    MemoryDatabase database = new MemoryDatabase();
    MemoryLinkStore links = new MemoryLinkStore(database);
    return new Opened(new MemoryRevisits(database, links), links);
  }
}
