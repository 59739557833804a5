package tandem.sync.store;

class MemoryDriftLogTest extends DriftLogContract {
  @Override
  protected DriftLog open() {
    return new MemoryDriftLog();
  }
}
