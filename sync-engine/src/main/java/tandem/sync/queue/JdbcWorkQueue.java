package tandem.sync.queue;

import tandem.sync.store.Database;

/** {@link WorkQueue} on PostgreSQL. */
@SuppressWarnings("UnusedVariable") // until its body lands
public final class JdbcWorkQueue implements WorkQueue {
  private final Database database;

  public JdbcWorkQueue(Database database) {
    this.database = database;
  }
}
