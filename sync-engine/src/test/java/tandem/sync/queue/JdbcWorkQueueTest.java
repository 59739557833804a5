package tandem.sync.queue;

import tandem.sync.store.Database;
import tandem.sync.store.JdbcLinkStore;
import tandem.sync.store.Postgres;

class JdbcWorkQueueTest extends QueueContract {
  @Override
  protected Opened open() {
    Database database = Postgres.empty();
    return new Opened(new JdbcWorkQueue(database), new JdbcLinkStore(database));
  }
}
