package tandem.sync.replica;

import java.time.Instant;

/**
 * Why a remote call gave no value. Definite: it did not and will not happen. Indefinite: it may
 * have happened, read back before writing again. The rest are refusals to be obeyed.
 *
 * <p>{@code why} is one sentence for a log or an admin; it never holds a secret or a customer's
 * text.
 */
public sealed interface RemoteFailure {
  String why();

  /** Definite: the tracker understood the call and refuses it (4xx, INPUT_ERROR). */
  record Rejected(String why) implements RemoteFailure {}

  /** Indefinite: timeout after sending, connection lost, 5xx on a write. */
  record Unknown(String why) implements RemoteFailure {}

  /** Definite and passing: it was not sent, or it was a read that failed (refused, 5xx). */
  record TrackerDown(String why) implements RemoteFailure {}

  /** Definite and passing: not before {@code until}. Stops {@code scope} and nothing larger. */
  record RateLimited(RateScope scope, Instant until, String why) implements RemoteFailure {}

  /** The grant is expired, revoked or lacks a permission; a person has to act. Never from a 5xx. */
  record AccessGone(String why) implements RemoteFailure {}

  /** The smallest thing that a rate limit names. */
  enum RateScope {
    ISSUE,
    ENDPOINT,
    TENANT,
    EVERYTHING
  }
}
