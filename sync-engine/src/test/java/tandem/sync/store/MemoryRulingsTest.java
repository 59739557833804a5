package tandem.sync.store;

class MemoryRulingsTest extends RulingsContract {
  @Override
  protected Opened open() {
    MemoryDatabase database = new MemoryDatabase();
    return new Opened(new MemoryRulings(database), new MemoryLinkStore(database));
  }
}
