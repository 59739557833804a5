package tandem.sync.store;

class JdbcCreationsTest extends CreationsContract {
  @Override
  protected Creations open() {
    return new JdbcCreations(Postgres.empty());
  }
}
