package tandem.sandbox.jira.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what apps do and says when it is too much. Points are one pool for the app; the quota
 * resets at the top of each UTC hour. Safe for many threads.
 */
public final class Meter {
  private final Limits limits;
  private final InstantSource clock;
  private final Map<String, TokenBucket> buckets = new HashMap<>();
  private final Map<String, Deque<Instant>> writes = new HashMap<>();
  private Instant hour = Instant.EPOCH;
  private int used;

  public Meter(Limits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * One request of an app.
   *
   * @param issue which issue it writes, "" when it writes none
   */
  public record Request(String app, String method, String operation, String issue) {}

  /**
   * Counts a request with its one point, or says which limit it breaks; then nothing is counted.
   */
  public synchronized Optional<Exceeded> enter(Request request) {
    var now = clock.instant();
    turn(now);
    if (used >= limits.pointsPerHour()) {
      return exceeded(Exceeded.Reason.POINTS, now, Duration.between(now, nextHour()));
    }
    if (!bucket(request, now).take(now)) {
      return exceeded(Exceeded.Reason.BURST, now, Duration.ofSeconds(1));
    }
    var wait = waitForIssue(request.issue(), now);
    if (wait.isPresent()) {
      return exceeded(Exceeded.Reason.ISSUE_WRITES, now, wait.get());
    }
    used++;
    return Optional.empty();
  }

  /** Adds the points of the objects that a request read. */
  public synchronized void charge(int points) {
    turn(clock.instant());
    used += points;
  }

  /** Points used in this hour. */
  public synchronized int used() {
    turn(clock.instant());
    return used;
  }

  public synchronized int remaining() {
    return Math.max(0, limits.pointsPerHour() - used());
  }

  public int limit() {
    return limits.pointsPerHour();
  }

  /** When the quota is whole again. */
  public synchronized Instant nextHour() {
    return hour.plus(1, ChronoUnit.HOURS);
  }

  private void turn(Instant now) {
    var current = now.truncatedTo(ChronoUnit.HOURS);
    if (!current.equals(hour)) {
      hour = current;
      used = 0;
    }
  }

  private TokenBucket bucket(Request request, Instant now) {
    int perSecond = limits.burst().perSecond(request.method(), request.operation());
    var key = request.app() + " " + request.operation();
    return buckets.computeIfAbsent(key, k -> new TokenBucket(perSecond, now));
  }

  /** Counts a write of the issue, unless a window is full: then how long until it is not. */
  private Optional<Duration> waitForIssue(String issue, Instant now) {
    if (issue.isEmpty()) {
      return Optional.empty();
    }
    var times = writes.computeIfAbsent(issue, id -> new ArrayDeque<>());
    for (var window : limits.writesPerIssue()) {
      var recent = times.stream().filter(t -> t.plus(window.length()).isAfter(now)).toList();
      if (recent.size() >= window.count()) {
        return Optional.of(Duration.between(now, recent.get(0).plus(window.length())));
      }
    }
    times.removeIf(t -> t.plus(longestWindow()).isBefore(now));
    times.add(now);
    return Optional.empty();
  }

  private Duration longestWindow() {
    return limits.writesPerIssue().stream()
        .map(Limits.Window::length)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Optional<Exceeded> exceeded(Exceeded.Reason reason, Instant now, Duration wait) {
    return Optional.of(new Exceeded(reason, now, wait));
  }
}
