package tandem.sandbox.stage;

import java.nio.file.Path;

/**
 * How a stage is set up.
 *
 * @param jar the app
 * @param home a new folder for databases, keys and logs
 * @param pairs how many pairs of issues there are
 * @param nodes how many processes of the app; from two on they share a PostgreSQL that is not
 *     theirs
 * @param seed of ids and of the nemesis
 * @param sweepMinutes {@code TANDEM_SWEEP_MINUTES} of the app, and {@code TANDEM_REVISIT_MINUTES}
 * @param limits what the trackers allow the app
 */
public record StageOptions(
    Path jar, Path home, int pairs, int nodes, long seed, int sweepMinutes, Allowance limits) {

  /** What the trackers allow the app. */
  public enum Allowance {
    /** The documented limits of seconds; the quotas of an hour are ten times as large. */
    TEN_HOURS_IN_ONE(650_000, 50_000, 20_000_000),
    /** No limit is ever met, to measure the app and not the trackers. */
    BOUNDLESS(999_999_999, 999_999_999, 999_999_999);

    private final int jiraPointsPerHour;
    private final int linearRequestsPerHour;
    private final int linearPointsPerHour;

    Allowance(int jiraPointsPerHour, int linearRequestsPerHour, int linearPointsPerHour) {
      this.jiraPointsPerHour = jiraPointsPerHour;
      this.linearRequestsPerHour = linearRequestsPerHour;
      this.linearPointsPerHour = linearPointsPerHour;
    }

    /** {@code TANDEM_JIRA_POINTS_PER_HOUR} of the app. */
    int jiraPointsPerHour() {
      return jiraPointsPerHour;
    }

    /** {@code TANDEM_LINEAR_REQUESTS_PER_HOUR} of the app. */
    int linearRequestsPerHour() {
      return linearRequestsPerHour;
    }

    /** {@code TANDEM_LINEAR_POINTS_PER_HOUR} of the app. */
    int linearPointsPerHour() {
      return linearPointsPerHour;
    }
  }

  public StageOptions of(int otherPairs) {
    return new StageOptions(jar, home, otherPairs, nodes, seed, sweepMinutes, limits);
  }

  /** The same in another folder. */
  public StageOptions in(Path folder) {
    return new StageOptions(jar, folder, pairs, nodes, seed, sweepMinutes, limits);
  }
}
