package tandem.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the sandbox was asked to start.
 *
 * @param app the app to connect, if any: its base URL
 * @param state the folder where both servers keep their state; in memory only if empty
 * @param seed of the fault switches' randomness
 */
public record SandboxOptions(Ports ports, Optional<URI> app, Optional<Path> state, long seed) {
  private static final List<String> NAMES =
      List.of("--jira-port", "--linear-port", "--app", "--state", "--seed");

  /** 0 means any free port. */
  public record Ports(int jira, int linear) {
    @Override
    public String toString() {
      return "%d for Jira, %d for Linear".formatted(jira, linear);
    }
  }

  /** Reads the command line; throws {@link IllegalArgumentException} with a sentence for people. */
  public static SandboxOptions parse(List<String> words) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < words.size(); i += 2) {
      if (!NAMES.contains(words.get(i)) || i + 1 == words.size()) {
        throw new IllegalArgumentException(
            "The sandbox does not understand \"%s\"; it knows %s, each with a value."
                .formatted(words.get(i), String.join(", ", NAMES)));
      }
      given.put(words.get(i), words.get(i + 1));
    }
    var ports = new Ports(port(given, "--jira-port", 8090), port(given, "--linear-port", 8091));
    return new SandboxOptions(
        ports,
        Optional.ofNullable(given.get("--app")).map(SandboxOptions::address),
        Optional.ofNullable(given.get("--state")).map(Path::of),
        number(given.getOrDefault("--seed", "1"), "--seed"));
  }

  private static int port(Map<String, String> given, String name, int usual) {
    long port = number(given.getOrDefault(name, Integer.toString(usual)), name);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(name + " must be between 0 and 65535, not " + port + ".");
    }
    return (int) port;
  }

  private static long number(String text, String name) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, not \"" + text + "\".", e);
    }
  }

  private static URI address(String text) {
    if (!text.matches("https?://[^/\\s]+/?")) {
      throw new IllegalArgumentException(
          "--app must be the app's base URL such as http://localhost:8080, not \"" + text + "\".");
    }
    return URI.create(text.replaceAll("/$", ""));
  }
}
