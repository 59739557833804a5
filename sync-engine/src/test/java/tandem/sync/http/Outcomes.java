package tandem.sync.http;

import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/** What a test expects of an outcome; another one fails with what it was. */
public final class Outcomes {
  private Outcomes() {}

  public static <T> T value(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(var value) -> value;
      case Outcome.Failed<T>(var failure) -> throw new AssertionError("it failed: " + failure);
    };
  }

  public static RemoteFailure failure(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Failed<?> failed) {
      return failed.failure();
    }
    throw new AssertionError("it did not fail: " + outcome);
  }
}
