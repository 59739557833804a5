package tandem.sync.store;

class MemoryTwinHintsTest extends TwinHintsContract {
  @Override
  protected TwinHints open() {
    return new MemoryTwinHints(new MemoryDatabase());
  }
}
