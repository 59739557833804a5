package tandem.app.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Asks the running server whether it really is durable and really ours. The embedded server starts
 * with {@code fsync=off} unless told otherwise, and an adopted orphan keeps its old settings.
 */
final class DurableSettings {
  private DurableSettings() {}

  static void verify(DataSource server, Path home) throws SQLException, IOException {
    try (Connection connection = server.getConnection();
        Statement statement = connection.createStatement()) {
      expect(statement, "fsync", "on");
      expect(statement, "synchronous_commit", "on");
      expect(statement, "full_page_writes", "on");
      Path data = Path.of(show(statement, "data_directory"));
      if (!data.toRealPath().equals(home.resolve("data").toRealPath())) {
        throw new IllegalStateException("another server answers on its port, of " + data);
      }
    }
  }

  private static void expect(Statement statement, String setting, String value)
      throws SQLException {
    String actual = show(statement, setting);
    if (!value.equals(actual)) {
      throw new IllegalStateException("it runs with " + setting + "=" + actual);
    }
  }

  private static String show(Statement statement, String setting) throws SQLException {
    try (ResultSet rows = statement.executeQuery("show " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
