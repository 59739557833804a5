package tandem.app.runtime;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of our own under {@code <data dir>/pg}: durable settings, loopback only, a password,
 * data kept between runs. Closing it stops the server cleanly; after a killed JVM the next start
 * stops the orphan first and PostgreSQL recovers what was committed. A server that ends by itself
 * (killed, out of memory) is started again at the same address.
 */
final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  /** The last that a first start writes: with it the folder holds a whole database. */
  static final String PASSWORD = "password";

  private static final Map<String, String> SERVER =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "max_connections", "100",
          "shared_buffers", "128MB",
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "");

  /** Recovery after a kill reads the log again, on a busy machine for a while. */
  private static final Duration START_PATIENCE = Duration.ofMinutes(2);

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

  private final Path home;
  private final String password;
  private EmbeddedPostgres server;
  private boolean closed;

  private EmbeddedDatabase(EmbeddedPostgres server, Path home, String password) {
    this.server = server;
    this.home = home;
    this.password = password;
  }

  /**
   * Starts the server, or throws {@link StartRefused} saying what forbids it.
   *
   * @param newPassword asked for once, on the first start ever
   */
  static EmbeddedDatabase start(Path dataDir, PasswordSource newPassword, RandomGenerator random) {
    refuseWithoutUserNamespaces();
    Path home = dataDir.resolve("pg");
    OrphanedServer.stop(home.resolve("data"));
    try (FirstStart first = FirstStart.begin(home)) {
      discardHalfUnpacked(home.resolve("bin"));
      Optional<String> known = PrivateFile.read(home.resolve(PASSWORD));
      EmbeddedPostgres server = builder(home, known).setPort(ListenPort.pick(random)).start();
      EmbeddedDatabase database = finish(server, home, known.orElseGet(newPassword::get));
      first.succeeded();
      return database;
    } catch (IOException | IllegalStateException e) {
      throw new StartRefused(
          "The embedded database in "
              + home
              + " did not start ("
              + e.getMessage()
              + "): free the folder or its disk, or set TANDEM_DATABASE_URL to use another"
              + " PostgreSQL."
              + ServerLog.of(home).lastWords(),
          e);
    }
  }

  /**
   * A start that was killed while the server's programs were being unpacked leaves half of one,
   * which the library takes for whole, and links to what is not there, on which it fails. It puts
   * {@code .exists} beside them when it is done.
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

  private static EmbeddedPostgres.Builder builder(Path home, Optional<String> password)
      throws IOException {
    ServerLog log = ServerLog.of(home);
    log.clear();
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(home.resolve("data"))
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(home.resolve("bin").toFile())
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_PATIENCE)
            .setLocaleConfig("locale", "C")
            .setErrorRedirector(log.redirect())
            .setOutputRedirector(log.redirect());
    SERVER.forEach(builder::setServerConfig);
    ServerLog.SETTINGS.forEach(builder::setServerConfig);
    password.ifPresent(secret -> builder.setConnectConfig("password", secret));
    return builder;
  }

  private static EmbeddedDatabase finish(EmbeddedPostgres server, Path home, String password)
      throws IOException {
    try {
      if (!Files.exists(home.resolve(PASSWORD))) {
        PasswordLogin.require(server, home.resolve("data"), password);
        PrivateFile.write(home.resolve(PASSWORD), password);
      }
      DurableSettings.verify(server.getDatabase("postgres", "postgres", login(password)), home);
      EmbeddedDatabase database = new EmbeddedDatabase(server, home, password);
      database.watch();
      return database;
    } catch (IOException | SQLException | RuntimeException e) {
      server.close();
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Map<String, String> login(String password) {
    return Map.of("password", password);
  }

  private void watch() throws IOException {
    OrphanedServer.running(home.resolve("data"))
        .ifPresent(process -> {
          var unused = process.onExit().thenRun(this::revive);
        });
  }

  private synchronized void revive() {
    if (closed) {
      return;
    }
    LOG.error("The embedded database ended by itself; it is started again, nothing is lost");
    try {
      server.close();
      server = builder(home, Optional.of(password)).setPort(server.getPort()).start();
      watch();
      LOG.info("The embedded database is back");
    } catch (IOException | IllegalStateException e) {
      LOG.error(
          "The embedded database in {} did not start again: free the folder or its disk, then"
              + " restart Tandem",
          home,
          e);
    }
  }

  synchronized String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  String user() {
    return "postgres";
  }

  String password() {
    return password;
  }

  /**
   * Stops the server and waits until it is gone: the library asks for at most five seconds, and a
   * last checkpoint on a busy disk takes longer. Committed rows are on disk in any case.
   */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    Optional<ProcessHandle> process = OrphanedServer.running(home.resolve("data"));
    server.close();
    if (process.isPresent()) {
      awaitEnd(process.get());
    }
  }

  private void awaitEnd(ProcessHandle process) throws IOException {
    try {
      process.onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("Process " + process.pid() + " in " + home + " did not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The wait for process " + process.pid() + " was interrupted", e);
    }
  }

  /** Gives a new random password. */
  interface PasswordSource {
    String get();
  }
}
