package tandem.sandbox.jira.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@code qsh} claim: SHA-256 of the canonical request, by Atlassian's "Creating a query string
 * hash" (developer.atlassian.com, Connect, Understanding JWT). Values of one parameter are sorted
 * before they are encoded, of which the document says nothing: as Atlassian's Java library does.
 */
public final class QueryHash {
  private QueryHash() {}

  /** The claim of an iframe's token, which stands for no URL. */
  public static final String CONTEXT = "context-qsh";

  /**
   * The claim for a request.
   *
   * @param path relative to the base URL of whoever is called, still encoded
   * @param parameters decoded; {@code jwt} is left out
   */
  public static String of(String method, String path, Map<String, List<String>> parameters) {
    var canonical = method.toUpperCase(Locale.ROOT) + "&" + path(path) + "&" + query(parameters);
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String path(String path) {
    var rooted = path.startsWith("/") ? path : "/" + path;
    var trimmed =
        rooted.length() > 1 && rooted.endsWith("/")
            ? rooted.substring(0, rooted.length() - 1)
            : rooted;
    return trimmed.replace("&", "%26");
  }

  private static String query(Map<String, List<String>> parameters) {
    var sorted = new TreeMap<String, String>();
    parameters.forEach((name, values) -> {
      if (!name.equals("jwt")) {
        var joined = String.join(",", values.stream().sorted().map(QueryHash::encoded).toList());
        sorted.put(encoded(name), joined);
      }
    });
    return String.join(
        "&", sorted.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
