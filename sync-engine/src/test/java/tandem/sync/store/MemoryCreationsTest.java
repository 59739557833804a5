package tandem.sync.store;

class MemoryCreationsTest extends CreationsContract {
  @Override
  protected Creations open() {
    return new MemoryCreations(new MemoryDatabase());
  }
}
