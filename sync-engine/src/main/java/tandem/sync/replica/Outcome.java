package tandem.sync.replica;

import java.util.function.Function;

/** The result of a remote call: a value, or a failure that asks for a decision. */
public sealed interface Outcome<T> {
  record Done<T>(T value) implements Outcome<T> {}

  record Failed<T>(RemoteFailure failure) implements Outcome<T> {}

  /** Goes on with the value; a failure stays what it is and {@code next} is not called. */
  default <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
    return switch (this) {
      case Done<T>(var value) -> next.apply(value);
      case Failed<T>(var failure) -> new Failed<>(failure);
    };
  }
}
