package tandem.sync.engine;

import java.time.Instant;
import tandem.sync.replica.RemoteFailure.RateScope;

/** What becomes of a link whose turn failed. {@code why} is one sentence for an admin. */
public sealed interface Decision {
  String why();

  /** Again then, or after the next event; one attempt is used up. */
  record RetryAt(Instant at, String why) implements Decision {}

  /** Nothing of this scope before {@code until}, whatever arrives; no attempt is used up. */
  record Wait(RateScope scope, Instant until, String why) implements Decision {}

  /** The link is set aside until a person replays it. */
  record Quarantine(String why) implements Decision {}

  /**
   * The tenant's connection is paused and a person has to act; one call looks again at {@code
   * probeAt}. No attempt is used up.
   */
  record PauseConnection(Instant probeAt, String why) implements Decision {}
}
