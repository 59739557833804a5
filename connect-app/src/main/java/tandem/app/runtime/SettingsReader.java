package tandem.app.runtime;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tandem.app.connection.LinearApplication;
import tandem.app.lifecycle.AllowedHosts;
import tandem.app.runtime.Settings.DatabaseSettings;

/**
 * Reads {@link Settings} from environment variables ({@code TANDEM_…}). A wrong value is named in
 * one sentence, as {@link StartRefused}; an absent one has a default.
 */
final class SettingsReader {
  private static final int MOST_SWEEP_MINUTES = 1_440;
  private static final int MOST_REVISIT_MINUTES = 10_080;

  private final Map<String, String> environment;

  SettingsReader(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The settings, or {@link StartRefused} naming the first wrong value. */
  Settings read() {
    int port = port();
    URI baseUrl = url("TANDEM_BASE_URL", "http://localhost:" + port);
    Path dataDir = path("TANDEM_DATA_DIR", Path.of(".tandem", "data").toString());
    return new Settings(
        port,
        baseUrl,
        dataDir,
        database(),
        keyset(dataDir),
        jira(),
        linear(baseUrl),
        sweepEvery(),
        revisitAfter(),
        limits(),
        metrics());
  }

  private int port() {
    String value = value("TANDEM_PORT", "8080");
    if (value.matches("\\d{1,5}")) {
      int port = Integer.parseInt(value);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    }
    throw wrong("TANDEM_PORT", value, "a number from 1 to 65535");
  }

  private Duration sweepEvery() {
    String value = value("TANDEM_SWEEP_MINUTES", "10");
    if (value.matches("\\d{1,4}") && Integer.parseInt(value) <= MOST_SWEEP_MINUTES) {
      return Duration.ofMinutes(Integer.parseInt(value));
    }
    throw wrong("TANDEM_SWEEP_MINUTES", value, "a number of minutes from 0 (never) to 1440");
  }

  private Duration revisitAfter() {
    String value = value("TANDEM_REVISIT_MINUTES", "120");
    if (value.matches("[1-9]\\d{0,4}") && Integer.parseInt(value) <= MOST_REVISIT_MINUTES) {
      return Duration.ofMinutes(Integer.parseInt(value));
    }
    throw wrong("TANDEM_REVISIT_MINUTES", value, "a number of minutes from 1 to 10080");
  }

  /** Written {@code host:port}. */
  private Optional<InetSocketAddress> metrics() {
    String value = value("TANDEM_METRICS_ADDRESS", "");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    int colon = value.lastIndexOf(':');
    String port = value.substring(colon + 1);
    if (colon > 0 && port.matches("[1-9]\\d{0,4}") && Integer.parseInt(port) <= 65_535) {
      return Optional.of(new InetSocketAddress(value.substring(0, colon), Integer.parseInt(port)));
    }
    throw wrong("TANDEM_METRICS_ADDRESS", value, "like 127.0.0.1:9464");
  }

  private HourlyLimits limits() {
    return HourlyLimits.of(
        perHour("TANDEM_JIRA_POINTS_PER_HOUR", "65000"),
        perHour("TANDEM_LINEAR_REQUESTS_PER_HOUR", "5000"),
        perHour("TANDEM_LINEAR_POINTS_PER_HOUR", "2000000"));
  }

  private int perHour(String name, String fallback) {
    String value = value(name, fallback);
    if (value.matches("[1-9]\\d{2,8}")) {
      return Integer.parseInt(value);
    }
    throw wrong(name, value, "a number from 100 to 999999999");
  }

  private DatabaseSettings database() {
    String url = value("TANDEM_DATABASE_URL", "");
    if (url.isEmpty()) {
      return new DatabaseSettings.Embedded();
    }
    if (!url.startsWith("jdbc:postgresql:") || url.toLowerCase(Locale.ROOT).contains("password=")) {
      throw wrong(
          "TANDEM_DATABASE_URL",
          url.replaceAll("(?i)(password=)[^&]*", "$1…"),
          "like jdbc:postgresql://host:5432/tandem, with the login in TANDEM_DATABASE_USER and"
              + " TANDEM_DATABASE_PASSWORD");
    }
    return new DatabaseSettings.External(
        url, value("TANDEM_DATABASE_USER", ""), value("TANDEM_DATABASE_PASSWORD", ""));
  }

  private Path keyset(Path dataDir) {
    String value = value("TANDEM_KEYSET", "");
    if (value.isEmpty()) {
      return dataDir.resolveSibling("tandem-keyset.json");
    }
    Path keyset =
        value.startsWith("file:")
            ? pathOf("TANDEM_KEYSET", URI.create(value).getSchemeSpecificPart())
            : path("TANDEM_KEYSET", value);
    if (keyset.startsWith(dataDir) || value.matches("(?!file:)[a-z-]{2,}:.*")) {
      throw wrong("TANDEM_KEYSET", value, "a key file (or its file: URI) outside TANDEM_DATA_DIR");
    }
    return keyset;
  }

  private Settings.Jira jira() {
    return new Settings.Jira(
        url("TANDEM_CONNECT_KEYS_URL", "https://connect-install-keys.atlassian.com"),
        hosts(value("TANDEM_ALLOWED_JIRA_HOSTS", "*.atlassian.net,*.jira.com")),
        url("TANDEM_ALL_JS_URL", "https://connect-cdn.atl-paas.net/all.js"));
  }

  private static AllowedHosts hosts(String value) {
    try {
      return new AllowedHosts(Arrays.asList(value.split(",")));
    } catch (IllegalArgumentException e) {
      throw wrong(
          "TANDEM_ALLOWED_JIRA_HOSTS", value, "a comma list like *.atlassian.net,localhost:8090");
    }
  }

  private LinearApplication linear(URI baseUrl) {
    String id = value("TANDEM_LINEAR_CLIENT_ID", "");
    return new LinearApplication(
        new LinearApplication.Endpoints(
            url("TANDEM_LINEAR_API_URL", "https://api.linear.app/graphql"),
            url("TANDEM_LINEAR_AUTHORIZE_URL", "https://linear.app/oauth/authorize"),
            url("TANDEM_LINEAR_TOKEN_URL", "https://api.linear.app/oauth/token")),
        id,
        together("TANDEM_LINEAR_CLIENT_SECRET", id),
        together("TANDEM_LINEAR_WEBHOOK_SECRET", id),
        URI.create(baseUrl + "/linear/callback"));
  }

  private String together(String name, String clientId) {
    String value = value(name, "");
    if (value.isEmpty() != clientId.isEmpty()) {
      throw new StartRefused(
          name
              + (value.isEmpty() ? " is missing" : " is set")
              + " while TANDEM_LINEAR_CLIENT_ID is "
              + (clientId.isEmpty() ? "missing" : "set")
              + ": set all three TANDEM_LINEAR_CLIENT_ID, _CLIENT_SECRET and _WEBHOOK_SECRET, or"
              + " none.");
    }
    return value;
  }

  private URI url(String name, String fallback) {
    String value = value(name, fallback);
    try {
      URI url = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (web && url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      throw wrong(name, value, "an http or https URL");
    }
    throw wrong(name, value, "an http or https URL");
  }

  private Path path(String name, String fallback) {
    return pathOf(name, value(name, fallback));
  }

  private static Path pathOf(String name, String value) {
    try {
      return Path.of(value).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw wrong(name, value, "a path of this file system");
    }
  }

  private String value(String name, String fallback) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? fallback : value;
  }

  private static StartRefused wrong(String name, String value, String rule) {
    return new StartRefused(name + " is \"" + value + "\" but must be " + rule + ".");
  }
}
