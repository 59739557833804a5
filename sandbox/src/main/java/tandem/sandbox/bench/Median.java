package tandem.sandbox.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle one of several runs of the same. */
final class Median {
  private Median() {}

  /** Of an even number, the lower of the two in the middle. */
  static <T> double of(List<T> runs, ToDoubleFunction<T> value) {
    var sorted = runs.stream().mapToDouble(value).sorted().toArray();
    return sorted[(sorted.length - 1) / 2];
  }
}
