package tandem.sandbox.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked on the command line.
 *
 * @param sizes how many links there are, a new app and new trackers for each
 * @param runs how often each measure is taken; the median counts
 * @param seconds how long a run of a pace lasts
 */
record BenchOptions(Path jar, Path home, List<Integer> sizes, int runs, int seconds) {
  private static final List<String> NAMES =
      List.of("--jar", "--home", "--sizes", "--runs", "--seconds");

  /** Throws {@link IllegalArgumentException} with a sentence for people. */
  static BenchOptions parse(List<String> words) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < words.size(); i += 2) {
      if (!NAMES.contains(words.get(i)) || i + 1 == words.size()) {
        throw new IllegalArgumentException(
            "bench does not understand \"%s\"; it knows %s, each with a value."
                .formatted(words.get(i), String.join(", ", NAMES)));
      }
      given.put(words.get(i), words.get(i + 1));
    }
    return new BenchOptions(
        Path.of(given.getOrDefault("--jar", "connect-app.jar")),
        Path.of(given.getOrDefault("--home", ".tandem/bench")),
        Arrays.stream(given.getOrDefault("--sizes", "1000,10000").split(","))
            .map(size -> number(size, "--sizes"))
            .toList(),
        number(given.getOrDefault("--runs", "3"), "--runs"),
        number(given.getOrDefault("--seconds", "20"), "--seconds"));
  }

  private static int number(String text, String name) {
    if (text.matches("[1-9]\\d{0,6}")) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException(name + " takes whole numbers from 1, not \"" + text + "\".");
  }
}
