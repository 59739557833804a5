package tandem.sync.store;

class JdbcSweepMarksTest extends SweepMarksContract {
  @Override
  protected SweepMarks open() {
    return new JdbcSweepMarks(Postgres.empty());
  }
}
