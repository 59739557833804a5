package tandem.sandbox.trial;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked on the command line.
 *
 * @param edits of the row {@code all}; the other rows have {@link #few}
 * @param rows ids of rows, or empty for each
 */
record FaultOptions(
    Path jar,
    Path home,
    int links,
    int edits,
    int few,
    double rate,
    int nodes,
    long seed,
    List<String> rows) {
  private static final List<String> NAMES =
      List.of(
          "--jar", "--home", "--links", "--edits", "--few", "--rate", "--nodes", "--seed",
          "--rows");

  /** Throws {@link IllegalArgumentException} with a sentence for people. */
  static FaultOptions parse(List<String> words) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < words.size(); i += 2) {
      if (!NAMES.contains(words.get(i)) || i + 1 == words.size()) {
        throw new IllegalArgumentException(
            "scenario faults does not understand \"%s\"; it knows %s, each with a value."
                .formatted(words.get(i), String.join(", ", NAMES)));
      }
      given.put(words.get(i), words.get(i + 1));
    }
    var rows = given.getOrDefault("--rows", "");
    return new FaultOptions(
        Path.of(given.getOrDefault("--jar", "connect-app.jar")),
        Path.of(given.getOrDefault("--home", ".tandem/faults")),
        number(given, "--links", 200),
        number(given, "--edits", 1_000),
        number(given, "--few", 50),
        number(given, "--rate", 10),
        number(given, "--nodes", 1),
        number(given, "--seed", 1),
        rows.isEmpty() ? List.of() : List.of(rows.split(",")));
  }

  private static int number(Map<String, String> given, String name, int usual) {
    var text = given.getOrDefault(name, String.valueOf(usual));
    if (text.matches("[1-9]\\d{0,6}")) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException(
        name + " must be a whole number from 1, not \"" + text + "\".");
  }

  /** A database that several nodes share is not theirs to lose. */
  boolean asksFor(FaultRow row) {
    boolean possible = nodes == 1 || !row.losesState();
    return possible && (rows.isEmpty() || rows.contains(row.id()));
  }

  int editsOf(FaultRow row) {
    return row.id().equals("all") ? edits : few;
  }
}
