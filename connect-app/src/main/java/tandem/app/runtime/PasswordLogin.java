package tandem.app.runtime;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Turns a fresh cluster's {@code trust} login, open to every local user, into a password login. */
final class PasswordLogin {
  private PasswordLogin() {}

  static void require(EmbeddedPostgres server, Path data, String password)
      throws IOException, SQLException {
    if (!password.matches("[A-Za-z0-9_-]{24,}")) {
      throw new IllegalArgumentException("the database password must be long and plain");
    }
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role postgres password '" + password + "'");
      Path rules = data.resolve("pg_hba.conf");
      Files.writeString(rules, Files.readString(rules).replaceAll("(?m)trust$", "scram-sha-256"));
      statement.execute("select pg_reload_conf()");
    }
  }
}
