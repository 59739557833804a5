package tandem.sync.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database with the schema of {@link SyncSchema}. A transaction belongs to the thread
 * that began it; a statement outside one is a transaction by itself.
 */
public final class Database implements Transactions {
  private final DataSource source;

  /** One for each database: two databases in one process must not share a transaction. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();

  public Database(DataSource source) {
    this.source = source;
  }

  /** Makes a value of a row of a result. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @Override
  public <T> T within(Supplier<T> work) {
    return current.get() == null ? again(() -> once(work)) : work.get();
  }

  private static <T> T again(Supplier<T> attempt) {
    try {
      return attempt.get();
    } catch (StoreFailure failure) {
      if (failure.isPassing()) {
        return attempt.get();
      }
      throw failure;
    }
  }

  /** A statement outside a transaction needs no round trip of its own for the commit. */
  private <T> T alone(Supplier<T> statement) {
    return current.get() == null ? again(() -> committing(statement)) : statement.get();
  }

  private <T> T committing(Supplier<T> statement) {
    try (Connection connection = source.getConnection()) {
      current.set(connection);
      return statement.get();
    } catch (SQLException refused) {
      throw new StoreFailure(refused);
    } finally {
      current.remove();
    }
  }

  /**
   * Runs a statement and counts the rows that it changed.
   *
   * @param arguments text, numbers, booleans, {@link Instant}, arrays of {@code Long} or text, or
   *     null
   */
  public int update(String sql, @Nullable Object... arguments) {
    return alone(() -> statement(sql, arguments, PreparedStatement::executeUpdate));
  }

  /** Runs a query, or a statement with {@code returning}; rows in the order of the result. */
  public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... arguments) {
    return alone(() -> statement(sql, arguments, prepared -> rows(prepared, reader)));
  }

  /** The first row, where there is one. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... arguments) {
    return query(sql, reader, arguments).stream().findFirst();
  }

  /** A column of type {@code timestamptz} that is not null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private <T> T once(Supplier<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      current.set(connection);
      return committed(connection, work);
    } catch (SQLException refused) {
      throw new StoreFailure(refused);
    } finally {
      current.remove();
    }
  }

  private static <T> T committed(Connection connection, Supplier<T> work) throws SQLException {
    boolean committed = false;
    try {
      T result = work.get();
      connection.commit();
      committed = true;
      return result;
    } finally {
      if (!committed) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  @FunctionalInterface
  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  private <T> T statement(String sql, @Nullable Object[] arguments, Use<T> use) {
    Connection connection = Objects.requireNonNull(current.get());
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        prepared.setObject(i + 1, converted(connection, arguments[i]));
      }
      return use.of(prepared);
    } catch (SQLException refused) {
      throw new StoreFailure(refused);
    }
  }

  private static @Nullable Object converted(Connection connection, @Nullable Object argument)
      throws SQLException {
    if (argument instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (argument instanceof Long[] numbers) {
      return connection.createArrayOf("bigint", numbers);
    }
    if (argument instanceof String[] texts) {
      return connection.createArrayOf("text", texts);
    }
    return argument;
  }

  private static <T> List<T> rows(PreparedStatement prepared, RowReader<T> reader)
      throws SQLException {
    try (ResultSet result = prepared.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(reader.read(result));
      }
      return rows;
    }
  }
}
