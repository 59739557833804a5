package tandem.app.runtime;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tandem.app.runtime.Settings.DatabaseSettings;

/** The pool of connections, and the embedded server under it where there is one. */
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int CONNECTIONS = 20;
  private static final long PATIENCE_MILLIS = 10_000;

  private final HikariDataSource pool;
  private final Optional<EmbeddedDatabase> server;

  private Database(HikariDataSource pool, Optional<EmbeddedDatabase> server) {
    this.pool = pool;
    this.server = server;
  }

  /** Opens it with its tables up to date, or throws {@link StartRefused}. */
  static Database open(Settings settings) {
    Database database = connect(settings);
    try {
      TandemConfiguration.migrate(database.pool);
      return database;
    } catch (FlywayException e) {
      database.close();
      throw new StartRefused(
          "The tables of the database cannot be brought up to date ("
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
              + "): check that the user may create tables, and that no newer Tandem used it.",
          e);
    }
  }

  private static Database connect(Settings settings) {
    return switch (settings.database()) {
      case DatabaseSettings.Embedded embedded -> embedded(settings);
      case DatabaseSettings.External external ->
          new Database(pool(external, "TANDEM_DATABASE_URL"), Optional.empty());
    };
  }

  private static Database embedded(Settings settings) {
    EmbeddedDatabase server =
        EmbeddedDatabase.start(settings.dataDir(), Database::newPassword, new SecureRandom());
    var login = new DatabaseSettings.External(server.jdbcUrl(), server.user(), server.password());
    return new Database(pool(login, "the data folder"), Optional.of(server));
  }

  private static String newPassword() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private static HikariDataSource pool(DatabaseSettings.External login, String setting) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(login.jdbcUrl());
    config.setUsername(login.user());
    config.setPassword(login.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setInitializationFailTimeout(1);
    config.setPoolName("tandem");
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw new StartRefused(
          "The database at "
              + login.jdbcUrl()
              + " does not let us in ("
              + reason(e)
              + "): check that it runs, and check "
              + setting
              + ", its user and its password.",
          e);
    }
  }

  private static String reason(PoolInitializationException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
  }

  HikariDataSource pool() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
    server.ifPresent(Database::stop);
  }

  private static void stop(EmbeddedDatabase server) {
    try {
      server.close();
    } catch (IOException e) {
      LOG.warn("The embedded database did not stop cleanly; the next start recovers it", e);
    }
  }
}
