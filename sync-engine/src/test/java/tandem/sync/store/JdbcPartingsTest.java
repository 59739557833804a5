package tandem.sync.store;

class JdbcPartingsTest extends PartingsContract {
  @Override
  protected Opened open() {
    Database database = Postgres.empty();
    return new Opened(new JdbcPartings(database), new JdbcLinkStore(database));
  }
}
