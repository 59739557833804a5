package tandem.sandbox.jira.limit;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How much a Connect app may do.
 *
 * @param pointsPerHour until the top of each UTC hour
 * @param burst requests per second by endpoint
 * @param writesPerIssue windows that all hold
 */
public record Limits(int pointsPerHour, Burst burst, List<Window> writesPerIssue) {
  /**
   * Requests per second and endpoint; also the size of the bucket (*assumed*).
   *
   * @param byMethod for GET, POST, PUT and DELETE
   * @param own of some operations, by name, instead
   */
  public record Burst(Map<String, Integer> byMethod, Map<String, Integer> own) {
    /** The same for every endpoint. */
    public static Burst of(int perSecond) {
      var all = Map.of("GET", perSecond, "POST", perSecond, "PUT", perSecond, "DELETE", perSecond);
      return new Burst(all, Map.of());
    }

    int perSecond(String method, String operation) {
      return own.getOrDefault(operation, byMethod.getOrDefault(method, 50));
    }
  }

  /** At most so many in any stretch of this length. */
  public record Window(int count, Duration length) {}

  /** As documented in August and October 2026 for tier 1. */
  public static Limits documented() {
    var own =
        Map.of(
            "GET /rest/api/3/issue/{issueIdOrKey}", 150,
            "GET /rest/api/3/issue/{issueIdOrKey}/changelog", 200,
            "GET /rest/api/3/user", 150,
            "POST /rest/api/3/search/approximate-count", 150);
    return new Limits(
        65_000,
        new Burst(Map.of("GET", 100, "POST", 100, "PUT", 50, "DELETE", 50), own),
        List.of(new Window(20, Duration.ofSeconds(2)), new Window(100, Duration.ofSeconds(30))));
  }

  public Limits points(int perHour) {
    return new Limits(perHour, burst, writesPerIssue);
  }

  public Limits bursts(Burst other) {
    return new Limits(pointsPerHour, other, writesPerIssue);
  }

  public Limits writes(Window... windows) {
    return new Limits(pointsPerHour, burst, List.of(windows));
  }
}
