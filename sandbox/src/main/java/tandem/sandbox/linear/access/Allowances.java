package tandem.sandbox.linear.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import tandem.sandbox.linear.access.Limits.Hourly;
import tandem.sandbox.linear.access.Standing.Bucket;
import tandem.sandbox.linear.error.LinearError;

/**
 * Counts every caller's requests and points by leaky buckets that refill evenly over an hour, as
 * linear.app/developers/rate-limiting describes. Safe for use by many threads.
 */
public final class Allowances {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Limits limits;
  private final InstantSource clock;
  private final Map<String, Level> levels = new HashMap<>();

  public Allowances(Limits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Counts one request; refuses when the hour's requests, or its points, are used up. */
  public synchronized void request(Caller caller) {
    Hourly most = limits.of(caller);
    Level requests = level(caller, "requests", most.requests());
    if (!requests.take(1)) {
      throw LinearError.rateLimited("requests");
    }
    if (level(caller, "complexity", most.points()).left < 1) {
      throw LinearError.rateLimited("complexity");
    }
  }

  /** Takes the price of a request off the caller's points, or refuses. */
  public synchronized Standing draw(Caller caller, int points) {
    if (!level(caller, "complexity", limits.of(caller).points()).take(points)) {
      throw LinearError.rateLimited("complexity");
    }
    return standing(caller, points);
  }

  /** Where the caller stands; nothing is counted. */
  public synchronized Standing standing(Caller caller, int points) {
    Hourly most = limits.of(caller);
    return new Standing(
        level(caller, "requests", most.requests()).bucket(),
        level(caller, "complexity", most.points()).bucket(),
        points);
  }

  private Level level(Caller caller, String type, long limit) {
    Level level =
        levels.computeIfAbsent(
            caller.allowance() + " " + type, key -> new Level(type, limit, clock.instant()));
    level.refill(clock.instant());
    return level;
  }

  private static final class Level {
    private final String type;
    private final long limit;
    private double left;
    private Instant seen;

    Level(String type, long limit, Instant now) {
      this.type = type;
      this.limit = limit;
      this.left = (double) limit;
      this.seen = now;
    }

    void refill(Instant now) {
      double share = Math.max(0, Duration.between(seen, now).toMillis()) / (double) HOUR.toMillis();
      left = Math.min((double) limit, left + share * limit);
      seen = now;
    }

    boolean take(int amount) {
      if (left < amount) {
        return false;
      }
      left -= amount;
      return true;
    }

    Bucket bucket() {
      long millis = (long) ((limit - left) / limit * HOUR.toMillis());
      return new Bucket(type, limit, (long) left, seen.plusMillis(millis));
    }
  }
}
