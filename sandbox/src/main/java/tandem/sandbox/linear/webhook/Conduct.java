package tandem.sandbox.linear.webhook;

import java.time.Duration;
import java.util.List;

/**
 * How deliveries are made: an answer 200 within {@code patience}, otherwise again after each of the
 * {@code retries}, then the webhook is switched off and stays off until somebody switches it on
 * (linear.app/developers/webhooks).
 */
public record Conduct(Duration patience, List<Duration> retries) {
  public Conduct {
    retries = List.copyOf(retries);
  }

  /** Five seconds; again after one minute, one hour, six hours. */
  public static Conduct documented() {
    return new Conduct(
        Duration.ofSeconds(5),
        List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(6)));
  }
}
