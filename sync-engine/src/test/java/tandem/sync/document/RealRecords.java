package tandem.sync.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Decision records as people wrote them, in the documented folder beside the repository. */
public final class RealRecords {
  /** The tests run in the module's folder; {@code shared} lies beside the repository. */
  private static final Path FOLDER = Path.of("..", "..", "shared", "data", "decisions");

  private RealRecords() {}

  /** Aborts the test, with the reason, where the folder is absent. */
  public static List<Path> all() {
    Assumptions.assumeTrue(
        Files.isDirectory(FOLDER), () -> "SKIPPED: no decision records in " + FOLDER);
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
