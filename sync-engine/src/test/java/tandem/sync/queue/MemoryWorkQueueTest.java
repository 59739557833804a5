package tandem.sync.queue;

import tandem.sync.store.MemoryDatabase;
import tandem.sync.store.MemoryLinkStore;

class MemoryWorkQueueTest extends QueueContract {
  @Override
  protected Opened open() {
    MemoryDatabase database = new MemoryDatabase();
    return new Opened(new MemoryWorkQueue(database), new MemoryLinkStore(database));
  }
}
