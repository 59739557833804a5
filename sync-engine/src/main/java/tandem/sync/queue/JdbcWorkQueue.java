package tandem.sync.queue;

import tandem.sync.store.Database;

/** {@link WorkQueue} on PostgreSQL. */
public final class JdbcWorkQueue implements WorkQueue {
  private final Database database;

  public JdbcWorkQueue(Database database) {
    this.database = database;
  }

  @Override
  public String toString() {
    return "queue in " + database;
  }
}
