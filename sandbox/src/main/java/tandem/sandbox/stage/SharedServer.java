package tandem.sandbox.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL that several nodes share and none of them looks after. It is started again at once
 * when it was killed, as a service manager would.
 */
final class SharedServer implements DatabaseServer, AutoCloseable {
  private final Path programs;
  private final Path home;
  private final int port;
  private Process process;

  private SharedServer(Path programs, Path home, int port) throws IOException {
    this.programs = programs;
    this.home = Files.createDirectories(home.toAbsolutePath());
    this.port = port;
    try {
      launch("initdb", "-D", data(), "-U", "postgres", "-A", "trust", "--no-locale").waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    this.process = server();
  }

  /**
   * Makes a new database and starts its server.
   *
   * @param programs the folder with {@code initdb} and {@code postgres}
   */
  static SharedServer start(Path programs, Path home, int port) {
    try {
      return new SharedServer(programs, home, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How the app is told of it. */
  Map<String, String> environment() {
    return Map.of(
        "TANDEM_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        "TANDEM_DATABASE_USER", "postgres",
        "TANDEM_DATABASE_PASSWORD", "trusted");
  }

  private String data() {
    return home.resolve("data").toString();
  }

  private Process server() throws IOException {
    return launch(
        "postgres",
        "-D",
        data(),
        "-p",
        String.valueOf(port),
        "-c",
        "listen_addresses=127.0.0.1",
        "-c",
        "unix_socket_directories=");
  }

  /** PostgreSQL refuses to run as root, but not as root of nothing. */
  private Process launch(String program, String... words) throws IOException {
    var command = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(Arrays.asList(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(home.resolve("postgres.log").toFile()))
        .start();
  }

  @Override
  public synchronized void kill() {
    EmbeddedServer.killAll(process.toHandle());
    try {
      process.waitFor();
      process = server();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized Duration cpu() {
    return EmbeddedServer.cpuOf(process.toHandle());
  }

  @Override
  public synchronized void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
