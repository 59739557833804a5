package tandem.sync.store;

class JdbcRevisitsTest extends RevisitsContract {
  @Override
  protected Opened open() {
    Database database = Postgres.empty();
    return new Opened(new JdbcRevisits(database), new JdbcLinkStore(database));
  }
}
