package tandem.sync.store;

class JdbcRulingsTest extends RulingsContract {
  @Override
  protected Opened open() {
    Database database = Postgres.empty();
    return new Opened(new JdbcRulings(database), new JdbcLinkStore(database));
  }
}
