package tandem.sync.store;

/** {@link LinkStore} on PostgreSQL. */
public final class JdbcLinkStore implements LinkStore {
  private final Database database;

  public JdbcLinkStore(Database database) {
    this.database = database;
  }

  @Override
  public String toString() {
    return "links in " + database;
  }
}
