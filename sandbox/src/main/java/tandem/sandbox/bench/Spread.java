package tandem.sandbox.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/** Durations that were measured, in nanoseconds. Percentiles are of the nearest rank. */
final class Spread {
  private static final double NANOS = 1e6;

  private final long[] sorted;

  Spread(Collection<Long> nanos) {
    sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
  }

  int count() {
    return sorted.length;
  }

  /**
   * The value that so many percent do not exceed; zero when nothing was measured.
   *
   * @param percent from 0 to 100
   */
  Duration at(double percent) {
    if (sorted.length == 0) {
      return Duration.ZERO;
    }
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return Duration.ofNanos(sorted[Math.max(0, rank - 1)]);
  }

  /** For instance {@code 12.3 ms}. */
  static String millis(Duration time) {
    return "%.1f ms".formatted(time.toNanos() / NANOS);
  }
}
