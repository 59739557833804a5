package tandem.sync.store;

class MemoryPartingsTest extends PartingsContract {
  @Override
  protected Opened open() {
    MemoryDatabase database = new MemoryDatabase();
    MemoryLinkStore links = new MemoryLinkStore(database);
    return new Opened(new MemoryPartings(database, links), links);
  }
}
