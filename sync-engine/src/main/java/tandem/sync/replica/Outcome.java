package tandem.sync.replica;

/** The result of a remote call: a value, or a failure that asks for a decision. */
public sealed interface Outcome<T> {
  record Done<T>(T value) implements Outcome<T> {}

  record Failed<T>(RemoteFailure failure) implements Outcome<T> {}
}
