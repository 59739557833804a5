package tandem.sync.store;

class MemoryBackfillStoreTest extends BackfillContract {
  @Override
  protected BackfillStore open() {
    return new MemoryBackfillStore(new MemoryDatabase());
  }
}
