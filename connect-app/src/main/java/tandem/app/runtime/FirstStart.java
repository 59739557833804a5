package tandem.app.runtime;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The first start on a data folder makes the database; it marks the folder until that is done. One
 * that was killed before leaves a part which no server can start on, or one with a password that
 * nobody knows. Nothing was stored in it, so the next start throws it away and begins anew. A
 * folder without the mark is never thrown away, whatever it lacks.
 */
final class FirstStart implements AutoCloseable {
  private static final String MARK = "first-start";
  private static final int PATIENCE_SECONDS = 20;

  private final Path mark;
  private final @Nullable FileChannel locked;

  private FirstStart(Path mark, @Nullable FileChannel locked) {
    this.mark = mark;
    this.locked = locked;
  }

  /** Throws {@link StartRefused} where another app is in the midst of its first start here. */
  static FirstStart begin(Path home) throws IOException {
    Path mark = home.resolve(MARK);
    Path data = home.resolve("data");
    boolean whole = Files.exists(home.resolve(EmbeddedDatabase.PASSWORD));
    boolean wasKilled = Files.exists(mark);
    if (whole || (Files.exists(data) && !wasKilled)) {
      return new FirstStart(mark, null);
    }
    Files.createDirectories(home);
    FirstStart first = new FirstStart(mark, FileChannel.open(mark, CREATE, WRITE));
    try {
      first.lock(home);
      if (wasKilled) {
        endWhatItLeftRunning(home.resolve("bin"));
        FileSystemUtils.deleteRecursively(data);
      }
      return first;
    } catch (IOException | RuntimeException e) {
      first.close();
      throw e;
    }
  }

  private void lock(Path home) throws IOException {
    if (locked != null && OrphanedServer.lock(locked) == null) {
      throw OrphanedServer.anotherRuns(home);
    }
  }

  /** The program that makes a database goes on without the JVM, and deletes it when it fails. */
  private static void endWhatItLeftRunning(Path bin) throws IOException {
    if (!Files.isDirectory(bin)) {
      return;
    }
    Path programs = bin.toRealPath();
    List<ProcessHandle> left =
        ProcessHandle.allProcesses()
            .filter(
                p -> p.info().command().filter(c -> Path.of(c).startsWith(programs)).isPresent())
            .toList();
    left.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle each : left) {
      awaitEnd(each);
    }
  }

  private static void awaitEnd(ProcessHandle process) throws IOException {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("process " + process.pid() + " of an earlier start does not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the start was interrupted", e);
    }
  }

  /** The folder now holds a whole database. */
  void succeeded() throws IOException {
    Files.deleteIfExists(mark);
  }

  @Override
  public void close() throws IOException {
    if (locked != null) {
      locked.close();
    }
  }
}
