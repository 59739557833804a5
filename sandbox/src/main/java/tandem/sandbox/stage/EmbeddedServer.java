package tandem.sandbox.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The PostgreSQL that a node started for itself, found by its files. */
final class EmbeddedServer implements DatabaseServer {
  private final Path home;

  /**
   * @param data the node's data folder
   */
  EmbeddedServer(Path data) {
    this.home = data.resolve("pg");
  }

  @Override
  public void kill() {
    process().ifPresent(EmbeddedServer::killAll);
  }

  static void killAll(ProcessHandle server) {
    Stream.concat(Stream.of(server), server.descendants())
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public Duration cpu() {
    return process().map(EmbeddedServer::cpuOf).orElse(Duration.ZERO);
  }

  static Duration cpuOf(ProcessHandle server) {
    return Stream.concat(Stream.of(server), server.descendants())
        .flatMap(each -> each.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private Optional<ProcessHandle> process() {
    var file = home.resolve("data").resolve("postmaster.pid");
    try (var lines = Files.lines(file)) {
      return lines
          .findFirst()
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
          .filter(ProcessHandle::isAlive);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The folder with PostgreSQL's own programs. */
  Path programs() {
    try (var found = Files.list(home.resolve("bin"))) {
      return found.filter(Files::isDirectory).findFirst().orElseThrow().resolve("bin");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
