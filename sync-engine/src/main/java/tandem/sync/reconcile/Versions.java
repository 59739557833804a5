package tandem.sync.reconcile;

import java.util.function.Function;
import tandem.sync.model.Side;

/** One thing three times: as both sides last agreed on it, as the left and as the right hold it. */
public record Versions<T>(T base, T left, T right) {
  /** The same everywhere. */
  public static <T> Versions<T> all(T value) {
    return new Versions<>(value, value, value);
  }

  public T of(Side side) {
    return side == Side.LEFT ? left : right;
  }

  /** A part of each. */
  public <R> Versions<R> map(Function<T, R> part) {
    return new Versions<>(part.apply(base), part.apply(left), part.apply(right));
  }
}
