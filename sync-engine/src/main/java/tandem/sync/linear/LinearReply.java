package tandem.sync.linear;

import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/** What Linear said to an operation that it understood: data, or a definite no. */
sealed interface LinearReply<D> {
  record Data<D>(D data) implements LinearReply<D> {}

  record Refused<D>(Refusal refusal, String why) implements LinearReply<D> {
    /** Nothing of the operation was done, and repeating it would change nothing. */
    <T> Outcome<T> asFailure() {
      return new Outcome.Failed<>(new RemoteFailure.Rejected(why));
    }
  }

  /** The definite refusals that somebody here acts on. */
  enum Refusal {
    /** The {@code Authorization} header is not accepted. */
    UNAUTHENTICATED,
    /** "Entity not found". */
    NOT_FOUND,
    /** A second label of a group whose labels exclude each other. */
    NOT_EXCLUSIVE,
    /** A create with an id that is taken: an earlier attempt succeeded. */
    ALREADY_EXISTS,
    OTHER
  }
}
