package tandem.sync.http;

import java.time.Duration;

/**
 * How much one call may take.
 *
 * @param connect for the TCP and TLS connection
 * @param call for everything of one attempt: connecting, sending, waiting, reading
 * @param bodyBytes the largest answer that is read; of a larger one nothing is kept
 * @param concurrent calls under way to one host at a time in this process; one more waits for at
 *     most {@code connect}
 */
public record CallLimits(Duration connect, Duration call, int bodyBytes, int concurrent) {
  private static final int FOUR_MEGABYTES = 4 << 20;

  /** 3 s to connect, 10 s in all, 4 MB, 16 at a time. */
  public static final CallLimits DEFAULT =
      new CallLimits(Duration.ofSeconds(3), Duration.ofSeconds(10), FOUR_MEGABYTES, 16);

  /** The same with another time for one attempt. */
  public CallLimits within(Duration limit) {
    return new CallLimits(connect, limit, bodyBytes, concurrent);
  }
}
