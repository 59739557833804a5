package tandem.app.budget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Parts of a whole in per cent. */
final class Shares {
  /** A tenth of a per cent. */
  private static final int TENTHS = 1_000;

  private Shares() {}

  /**
   * The parts in per cent, to tenths, by the largest remainder: they add up to 100, however they
   * are rounded. All are 0 where there is nothing to share.
   *
   * @param parts none negative
   */
  static List<Double> of(List<Double> parts) {
    double whole = parts.stream().mapToDouble(it -> it).sum();
    if (whole <= 0) {
      return parts.stream().map(it -> 0.0).toList();
    }
    List<Double> exact = parts.stream().map(it -> it / whole * TENTHS).toList();
    List<Long> tenths = new ArrayList<>(exact.stream().map(it -> (long) Math.floor(it)).toList());
    long missing = TENTHS - tenths.stream().mapToLong(it -> it).sum();
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> tenths.get(i) - exact.get(i)))
        .limit(missing)
        .forEach(i -> tenths.set(i, tenths.get(i) + 1));
    return tenths.stream().map(it -> it / 10.0).toList();
  }
}
