package tandem.app.decision;

import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How fast the decisions of one issue are written or deleted in a row. Jira takes 20 writes to an
 * issue in any two seconds: what is there at once and what is filled in two seconds stay below that
 * together, with room for what is derived from them.
 *
 * @see <a href="https://developer.atlassian.com/cloud/jira/platform/rate-limiting/">Rate
 *     limiting</a>
 */
final class WritePace {
  private static final int AT_ONCE = 4;
  private static final int REFILLED = 12;
  private static final Duration WITHIN = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final BlockingBucket turns =
      Bucket.builder()
          .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(REFILLED, WITHIN))
          .build()
          .asBlocking();

  /** Waits for the next turn; {@code false} where the server is being stopped. */
  boolean hasTurn() {
    try {
      return turns.tryConsume(1, PATIENCE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
