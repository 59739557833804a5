package tandem.sync.store;

import java.util.function.Supplier;
import javax.sql.DataSource;

/** A PostgreSQL database with the schema of {@link SyncSchema}. */
public final class Database implements Transactions {
  private final DataSource source;

  public Database(DataSource source) {
    this.source = source;
  }

  @Override
  public <T> T within(Supplier<T> work) {
    throw new UnsupportedOperationException(String.valueOf(source));
  }
}
