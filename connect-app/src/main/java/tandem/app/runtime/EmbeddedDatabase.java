package tandem.app.runtime;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of our own under {@code <data dir>/pg}: durable settings, loopback only, a password,
 * data kept between runs. Closing it stops the server cleanly; after a killed JVM the next start
 * stops the orphan first and PostgreSQL recovers what was committed.
 */
final class EmbeddedDatabase implements AutoCloseable {
  private static final Map<String, String> SERVER =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "max_connections", "40",
          "shared_buffers", "128MB",
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "");

  private final EmbeddedPostgres server;
  private final String password;

  private EmbeddedDatabase(EmbeddedPostgres server, String password) {
    this.server = server;
    this.password = password;
  }

  /**
   * Starts the server, or throws {@link StartRefused} saying what forbids it.
   *
   * @param newPassword asked for once, on the first start ever
   */
  static EmbeddedDatabase start(Path dataDir, PasswordSource newPassword) {
    refuseWithoutUserNamespaces();
    Path home = dataDir.resolve("pg");
    OrphanedServer.stop(home.resolve("data"));
    Path passwordFile = home.resolve("password");
    try {
      discardHalfUnpacked(home.resolve("bin"));
      Optional<String> known = PrivateFile.read(passwordFile);
      EmbeddedPostgres server = launch(home, known);
      return finish(server, home, known.orElseGet(newPassword::get));
    } catch (IOException | IllegalStateException e) {
      throw new StartRefused(
          "The embedded database in "
              + home
              + " did not start ("
              + e.getMessage()
              + "): free the folder or its disk, or set TANDEM_DATABASE_URL to use another"
              + " PostgreSQL.",
          e);
    }
  }

  /**
   * A start that was killed while the server's programs were being unpacked leaves some of them,
   * and the library cannot go on from there. It puts {@code .exists} beside them when it is done.
   */
  private static void discardHalfUnpacked(Path bin) throws IOException {
    if (!Files.isDirectory(bin)) {
      return;
    }
    try (Stream<Path> unpacked = Files.list(bin)) {
      for (Path programs : unpacked.filter(Files::isDirectory).toList()) {
        if (!Files.exists(programs.resolve(".exists"))) {
          FileSystemUtils.deleteRecursively(programs);
        }
      }
    }
  }

  private static void refuseWithoutUserNamespaces() {
    boolean root = "root".equals(System.getProperty("user.name"));
    boolean linux = "Linux".equals(System.getProperty("os.name"));
    if (root && linux && !LinuxUtils.isUnshareAvailable()) {
      throw new StartRefused(
          "The embedded database cannot run as root here because user namespaces are forbidden:"
              + " start Tandem as an ordinary user, or set TANDEM_DATABASE_URL to use another"
              + " PostgreSQL.");
    }
  }

  private static EmbeddedPostgres launch(Path home, Optional<String> password) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(home.resolve("data"))
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(home.resolve("bin").toFile())
            .setRegisterShutdownHook(false)
            .setLocaleConfig("locale", "C")
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
    SERVER.forEach(builder::setServerConfig);
    password.ifPresent(secret -> builder.setConnectConfig("password", secret));
    return builder.start();
  }

  private static EmbeddedDatabase finish(EmbeddedPostgres server, Path home, String password)
      throws IOException {
    try {
      if (!Files.exists(home.resolve("password"))) {
        PasswordLogin.require(server, home.resolve("data"), password);
        PrivateFile.write(home.resolve("password"), password);
      }
      DurableSettings.verify(server.getDatabase("postgres", "postgres", login(password)), home);
      return new EmbeddedDatabase(server, password);
    } catch (IOException | SQLException | RuntimeException e) {
      server.close();
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Map<String, String> login(String password) {
    return Map.of("password", password);
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  String user() {
    return "postgres";
  }

  String password() {
    return password;
  }

  /** Stops the server; committed rows are on disk in any case. */
  @Override
  public void close() throws IOException {
    server.close();
  }

  /** Gives a new random password. */
  interface PasswordSource {
    String get();
  }
}
