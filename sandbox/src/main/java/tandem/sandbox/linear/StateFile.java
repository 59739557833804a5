package tandem.sandbox.linear;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import tandem.sandbox.http.Json;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Workspace;

/**
 * Keeps a workspace in one JSON file: written at most every half second while things change, and
 * when it is closed. The file is replaced as a whole; a process that is killed loses at most the
 * last half second.
 */
final class StateFile implements AutoCloseable {
  private static final long DELAY_MILLIS = 500;

  private record Kept(Kind kind, String id, Map<String, Object> columns) {}

  private final Path file;
  private final Workspace workspace;
  private final AtomicBoolean due = new AtomicBoolean();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("linear-state").factory());

  private StateFile(Path file, Workspace workspace) {
    this.file = file;
    this.workspace = workspace;
  }

  /** Loads what was kept, if anything, and keeps the workspace from now on. */
  static StateFile open(Path file, Workspace workspace) {
    StateFile kept = new StateFile(file, workspace);
    kept.load();
    workspace.watch((author, changes) -> kept.later());
    return kept;
  }

  private void load() {
    if (!Files.exists(file)) {
      return;
    }
    try {
      List<Kept> rows = Json.MAPPER.readValue(Files.readAllBytes(file), new TypeReference<>() {});
      workspace.restore(
          rows.stream().map(row -> new Row(row.kind(), row.id(), row.columns())).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox's Linear state cannot be read: " + file, e);
    }
  }

  private void later() {
    if (due.compareAndSet(false, true)) {
      var unused = writer.schedule(this::save, DELAY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void save() {
    due.set(false);
    List<Kept> rows =
        workspace.everything().stream()
            .map(row -> new Kept(row.kind(), row.id(), row.columns()))
            .toList();
    try {
      Path beside = file.resolveSibling(file.getFileName() + ".new");
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(beside, Json.bytes(rows));
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox's Linear state cannot be written: " + file, e);
    }
  }

  @Override
  public void close() {
    writer.shutdownNow();
    save();
  }
}
