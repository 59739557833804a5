package tandem.sync.queue;

import tandem.sync.store.Postgres;

class JdbcGatesTest extends GatesContract {
  @Override
  protected Gates open() {
    return new JdbcGates(Postgres.empty());
  }
}
