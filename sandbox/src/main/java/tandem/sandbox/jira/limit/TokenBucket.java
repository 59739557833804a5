package tandem.sandbox.jira.limit;

import java.time.Duration;
import java.time.Instant;

/** So many a second, and as many at once after a pause. Not safe for several threads. */
final class TokenBucket {
  private final int perSecond;
  private double tokens;
  private Instant filled;

  TokenBucket(int perSecond, Instant now) {
    this.perSecond = perSecond;
    this.tokens = perSecond;
    this.filled = now;
  }

  /** Takes a token; false when there is none. */
  boolean take(Instant now) {
    double fresh = Duration.between(filled, now).toNanos() / 1e9 * perSecond;
    tokens = Math.min(perSecond, tokens + Math.max(0, fresh));
    filled = now;
    if (tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }
}
