package tandem.sync.store;

import java.sql.SQLException;

/** The database did not do what it was asked. Everything since the transaction began is undone. */
public final class StoreFailure extends RuntimeException {
  private static final String DEADLOCK = "40P01";
  private static final String CHANGED_MEANWHILE = "40001";

  private final boolean passing;

  StoreFailure(SQLException cause) {
    super("the database refused: " + cause.getMessage(), cause);
    String state = cause.getSQLState();
    this.passing = DEADLOCK.equals(state) || CHANGED_MEANWHILE.equals(state);
  }

  /** Another transaction was in the way; the same work may well succeed when run again. */
  boolean isPassing() {
    return passing;
  }
}
