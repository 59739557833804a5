package tandem.sync.queue;

class MemoryGatesTest extends GatesContract {
  @Override
  protected Gates open() {
    return new MemoryGates();
  }
}
