package tandem.app.runtime;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Stops the PostgreSQL that a killed JVM left running, politely and only when no living JVM owns
 * the folder. Otherwise the embedded server would adopt it silently, with its old settings.
 */
final class OrphanedServer {
  private static final int PATIENCE_SECONDS = 60;

  private OrphanedServer() {}

  /** Does nothing where there is no orphan; {@link StartRefused} where another app is running. */
  static void stop(Path data) {
    if (!Files.exists(data.resolve("postgresql.conf"))) {
      return;
    }
    try (FileChannel channel = FileChannel.open(data.resolve("epg-lock"), CREATE, WRITE);
        FileLock lock = lock(channel)) {
      if (lock == null) {
        throw anotherRuns(data);
      }
      running(data).ifPresent(server -> stop(server, data));
    } catch (IOException e) {
      throw new StartRefused(
          "The database folder " + data + " cannot be read (" + e.getMessage() + ").", e);
    }
  }

  static StartRefused anotherRuns(Path folder) {
    return new StartRefused(
        "Another Tandem is running on " + folder + ": stop it, or set another TANDEM_DATA_DIR.");
  }

  /** Null where another JVM, or this one, holds it. */
  static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** The server that works on this folder, whoever started it. */
  static Optional<ProcessHandle> running(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    return ProcessHandle.of(pid)
        .filter(p -> p.info().command().map(OrphanedServer::isServer).orElse(false));
  }

  /** Linux says of a process so where its program's file is gone, or another one by now. */
  private static boolean isServer(String command) {
    return command.endsWith("/postgres") || command.endsWith("/postgres (deleted)");
  }

  private static void stop(ProcessHandle server, Path data) {
    server.destroy();
    try {
      server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new StartRefused(
          "A database server of an earlier run (process "
              + server.pid()
              + ", folder "
              + data
              + ") does not stop: end it by hand, then start again.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("The start was interrupted.", e);
    }
  }
}
