package tandem.sandbox.jira.limit;

import java.time.Duration;
import java.util.List;

/**
 * How much a Connect app may do.
 *
 * @param pointsPerHour until the top of each UTC hour
 * @param burst requests per second by method
 * @param writesPerIssue windows that all hold
 */
public record Limits(int pointsPerHour, Burst burst, List<Window> writesPerIssue) {
  /** Requests per second and endpoint; also the size of the bucket (*assumed*). */
  public record Burst(int get, int post, int put, int delete) {
    public int of(String method) {
      return switch (method) {
        case "GET" -> get;
        case "POST" -> post;
        case "PUT" -> put;
        default -> delete;
      };
    }
  }

  /** At most so many in any stretch of this length. */
  public record Window(int count, Duration length) {}

  /** As documented in August and October 2026 for tier 1. */
  public static Limits documented() {
    return new Limits(
        65_000,
        new Burst(100, 100, 50, 50),
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
