package tandem.sandbox.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tandem.sandbox.jira.state.InstalledApp;

/**
 * What an app's descriptor asked for. WRITE implies READ, DELETE implies WRITE, ADMIN implies all
 * of them and PROJECT_ADMIN (Connect, "Scopes"); the implications are from memory (*assumed*).
 */
final class Scopes {
  private static final Map<String, Set<String>> IMPLIED =
      Map.of(
          "WRITE", Set.of("READ"),
          "DELETE", Set.of("READ", "WRITE"),
          "PROJECT_ADMIN", Set.of("READ", "WRITE"),
          "ADMIN", Set.of("READ", "WRITE", "DELETE", "PROJECT_ADMIN"));

  private Scopes() {}

  static boolean allow(InstalledApp app, String needed) {
    var granted = new HashSet<String>();
    for (JsonNode scope : app.descriptor().path("scopes")) {
      granted.add(scope.asText());
      granted.addAll(IMPLIED.getOrDefault(scope.asText(), Set.of()));
    }
    return needed.equals("NONE") || granted.contains(needed);
  }
}
