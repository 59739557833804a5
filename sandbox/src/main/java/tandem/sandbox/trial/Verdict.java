package tandem.sandbox.trial;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a row ended.
 *
 * @param healed how long after the last fault all pairs agreed; empty when they did not
 * @param complaints edits that are not accounted for
 * @param doubled things that are there twice, or are gone
 * @param setAside links that wait for an operator
 */
record Verdict(
    FaultRow row,
    int edits,
    long calls,
    Optional<Duration> healed,
    List<String> complaints,
    long doubled,
    int conflicts,
    List<String> unexplained,
    int setAside,
    String restarts) {

  boolean isClean() {
    return healed.isPresent()
        && complaints.isEmpty()
        && doubled == 0
        && unexplained.isEmpty()
        && setAside == 0;
  }

  String healing() {
    return healed.map(time -> "%.1f s".formatted(time.toMillis() / 1000.0)).orElse("never");
  }
}
