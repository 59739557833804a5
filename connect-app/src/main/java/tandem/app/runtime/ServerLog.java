package tandem.app.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the embedded database says in its own words, in {@code server.log} beside its data; begun
 * anew at every start. It holds its life and what ends it, no statement and no value.
 */
final class ServerLog {
  private static final int LAST_LINES = 4;

  /** With these it writes down that it starts and stops, and what it dies of. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "log_min_messages", "log",
          "log_min_error_statement", "panic",
          "log_checkpoints", "off");

  private final Path file;

  private ServerLog(Path file) {
    this.file = file;
  }

  static ServerLog of(Path home) {
    return new ServerLog(home.resolve("server.log"));
  }

  void clear() throws IOException {
    Files.deleteIfExists(file);
  }

  ProcessBuilder.Redirect redirect() {
    return ProcessBuilder.Redirect.appendTo(file.toFile());
  }

  /** Its last lines in one, for the sentence that says why it did not start. */
  String lastWords() {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.stream()
          .skip(Math.max(0, lines.size() - LAST_LINES))
          .map(String::strip)
          .collect(Collectors.joining("; ", " Its log " + file + " ends: \"", "\"."));
    } catch (IOException e) {
      return " It wrote no log.";
    }
  }
}
