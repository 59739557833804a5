package tandem.app.lifecycle;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which Jira sites may install the app and be called by it. The body of an install is not covered
 * by its JWT, so without this rule a forged {@code baseUrl} would make the app call any address.
 *
 * <p>{@code *.atlassian.net} admits every site under that suffix; a plain name admits that host;
 * both over https on its default port only. {@code name:port} admits exactly that, and plain http
 * where the name is a loopback one ({@code localhost}, {@code 127.0.0.1}, {@code [::1]}).
 */
public record AllowedHosts(List<String> patterns) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public AllowedHosts {
    patterns = patterns.stream().map(p -> p.strip().toLowerCase(Locale.ROOT)).toList();
    if (patterns.isEmpty() || !patterns.stream().allMatch(AllowedHosts::isPattern)) {
      throw new IllegalArgumentException(
          "a comma list of host names, *.suffixes and name:port is needed, not " + patterns);
    }
  }

  private static boolean isPattern(String pattern) {
    return pattern.matches("(\\*\\.)?[a-z0-9][a-z0-9.-]*(:\\d{1,5})?|\\[::1](:\\d{1,5})?");
  }

  /** Whether a site at this base URL may be a tenant. */
  public boolean admits(URI baseUrl) {
    if (baseUrl.getHost() == null || !isBare(baseUrl)) {
      return false;
    }
    String host = baseUrl.getHost().toLowerCase(Locale.ROOT);
    return baseUrl.getPort() == -1
        ? isHttps(baseUrl) && patterns.stream().anyMatch(pattern -> matches(pattern, host))
        : patterns.contains(host + ":" + baseUrl.getPort())
            && (isHttps(baseUrl) || LOOPBACK.contains(host));
  }

  private static boolean isBare(URI url) {
    boolean web = isHttps(url) || "http".equalsIgnoreCase(url.getScheme());
    boolean pathless =
        url.getPath() == null || url.getPath().isEmpty() || "/".equals(url.getPath());
    return web
        && pathless
        && url.getUserInfo() == null
        && url.getQuery() == null
        && url.getFragment() == null;
  }

  private static boolean isHttps(URI url) {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  private static boolean matches(String pattern, String host) {
    return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : pattern.equals(host);
  }
}
