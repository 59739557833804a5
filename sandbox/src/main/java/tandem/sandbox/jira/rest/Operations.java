package tandem.sandbox.jira.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every operation of Jira's REST API v3 by Atlassian's OpenAPI description: its id, and what scope
 * a Connect app needs. See README.md beside {@code operations.txt}.
 */
final class Operations {
  private static final Pattern SPACE = Pattern.compile(" ");
  private final Map<String, Listed> byShape = new HashMap<>();
  private final List<Listed> all;

  /** One line of the list. */
  record Listed(String method, String path, String id, String scope) {
    boolean closedToConnect() {
      return scope.equals("INACCESSIBLE");
    }
  }

  private Operations(List<Listed> all) {
    this.all = all;
    all.forEach(operation -> byShape.put(shape(operation.method(), operation.path()), operation));
  }

  static Operations load() {
    try (InputStream in =
        Operations.class.getResourceAsStream("/tandem/sandbox/jira/operations.txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new Operations(text.lines().map(Operations::listed).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Listed> all() {
    return all;
  }

  /**
   * What the description says of an operation.
   *
   * @param operation method, space and path, with any names in its braces
   */
  Optional<Listed> find(String operation) {
    int space = operation.indexOf(' ');
    var shape = shape(operation.substring(0, space), operation.substring(space + 1));
    return Optional.ofNullable(byShape.get(shape));
  }

  private static String shape(String method, String path) {
    return method + " " + path.replaceAll("\\{[^}]*}", "{}");
  }

  private static Listed listed(String line) {
    var parts = SPACE.split(line, -1);
    return new Listed(parts[0], parts[1], parts[2], parts[3]);
  }
}
