package tandem.sync.store;

/** {@link LinkStore} on PostgreSQL. */
@SuppressWarnings("UnusedVariable") // until its body lands
public final class JdbcLinkStore implements LinkStore {
  private final Database database;

  public JdbcLinkStore(Database database) {
    this.database = database;
  }
}
