package tandem.sandbox.stage;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings that all nodes of an app have in common. */
final class Surroundings {
  private Surroundings() {}

  /**
   * @param baseUrl where the trackers find the app
   */
  static Map<String, String> of(StageOptions options, Trackers trackers, URI baseUrl) {
    var all = new HashMap<>(linear(trackers));
    all.put("TANDEM_BASE_URL", baseUrl.toString());
    all.put("TANDEM_KEYSET", keyset(options).toString());
    all.put("TANDEM_CONNECT_KEYS_URL", trackers.jira().keysUrl());
    all.put("TANDEM_ALLOWED_JIRA_HOSTS", URI.create(trackers.jira().baseUrl()).getAuthority());
    all.put("TANDEM_SWEEP_MINUTES", String.valueOf(options.sweepMinutes()));
    all.put("TANDEM_REVISIT_MINUTES", String.valueOf(Math.max(1, options.sweepMinutes())));
    // The app keeps within what it is told that the trackers allow, whatever they do.
    var limits = options.limits();
    all.put("TANDEM_JIRA_POINTS_PER_HOUR", String.valueOf(limits.jiraPointsPerHour()));
    all.put("TANDEM_LINEAR_REQUESTS_PER_HOUR", String.valueOf(limits.linearRequestsPerHour()));
    all.put("TANDEM_LINEAR_POINTS_PER_HOUR", String.valueOf(limits.linearPointsPerHour()));
    return all;
  }

  static Path keyset(StageOptions options) {
    return options.home().toAbsolutePath().resolve("keyset.json");
  }

  private static Map<String, String> linear(Trackers trackers) {
    var linear = trackers.linear();
    return Map.of(
        "TANDEM_LINEAR_API_URL",
        linear.apiUrl().toString(),
        "TANDEM_LINEAR_AUTHORIZE_URL",
        linear.authorizeUrl().toString(),
        "TANDEM_LINEAR_TOKEN_URL",
        linear.tokenUrl().toString(),
        "TANDEM_LINEAR_CLIENT_ID",
        Trackers.CLIENT,
        "TANDEM_LINEAR_CLIENT_SECRET",
        Trackers.SECRET,
        "TANDEM_LINEAR_WEBHOOK_SECRET",
        Trackers.WEBHOOK_SECRET);
  }
}
