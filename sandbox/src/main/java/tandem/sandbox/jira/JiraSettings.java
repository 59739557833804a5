package tandem.sandbox.jira;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tandem.sandbox.jira.limit.Limits;

/**
 * How a site is set up.
 *
 * @param port 0 for any free one
 * @param stateFile where the site is kept between runs; empty: in memory only
 */
public record JiraSettings(int port, Optional<Path> stateFile, Pace pace, Limits limits) {
  /**
   * Time and chance.
   *
   * @param webhookRetries the wait before each further attempt
   * @param seed of the nemesis and of generated secrets
   */
  public record Pace(InstantSource clock, List<Duration> webhookRetries, long seed) {}

  /**
   * Any port, nothing kept, documented limits, the system's clock. Webhooks are tried five times in
   * all ([2nd]); the waits are *assumed*.
   */
  public static JiraSettings standard() {
    var retries =
        List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));
    var pace = new Pace(InstantSource.system(), retries, 1);
    return new JiraSettings(0, Optional.empty(), pace, Limits.documented());
  }

  public JiraSettings onPort(int number) {
    return new JiraSettings(number, stateFile, pace, limits);
  }

  public JiraSettings keptIn(Path file) {
    return new JiraSettings(port, Optional.of(file), pace, limits);
  }

  public JiraSettings limitedTo(Limits other) {
    return new JiraSettings(port, stateFile, pace, other);
  }

  public JiraSettings at(InstantSource clock) {
    return paced(new Pace(clock, pace.webhookRetries(), pace.seed()));
  }

  public JiraSettings retrying(List<Duration> waits) {
    return paced(new Pace(pace.clock(), List.copyOf(waits), pace.seed()));
  }

  public JiraSettings seeded(long seed) {
    return paced(new Pace(pace.clock(), pace.webhookRetries(), seed));
  }

  private JiraSettings paced(Pace other) {
    return new JiraSettings(port, stateFile, other, limits);
  }
}
