package tandem.sync.engine;

import java.time.Duration;
import java.time.Instant;
import tandem.sync.engine.Decision.PauseConnection;
import tandem.sync.engine.Decision.Quarantine;
import tandem.sync.engine.Decision.RetryAt;
import tandem.sync.engine.Decision.Wait;
import tandem.sync.engine.Tally.End;
import tandem.sync.queue.Claim;
import tandem.sync.queue.Setback;
import tandem.sync.queue.Stop;
import tandem.sync.replica.RemoteFailure;

/** Carries out what was decided about a claim that could not be completed. */
final class Aftermath {
  /** How soon a link of a paused mapping is looked at again by itself; a resume is faster. */
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final Durable durable;
  private final Claim claim;

  Aftermath(Durable durable, Claim claim) {
    this.durable = durable;
    this.claim = claim;
  }

  End of(RemoteFailure failure) {
    Setback setback = RetryPolicy.setback(failure).orElse(Setback.DOWN);
    return carryOut(RetryPolicy.decide(failure, claim.attempt(setback), now()), setback);
  }

  /** It came so often in a row that nothing more is tried by itself. */
  boolean isSpent(RemoteFailure failure) {
    return RetryPolicy.setback(failure)
        .map(setback -> RetryPolicy.decide(failure, claim.attempt(setback), now()))
        .filter(Decision.Quarantine.class::isInstance)
        .isPresent();
  }

  End of(RuntimeException fault) {
    String why = "a fault in Tandem (" + fault.getClass().getSimpleName() + "), see the log";
    int attempt = claim.attempt(Setback.FAULT);
    return carryOut(RetryPolicy.decideFault(why, attempt, now()), Setback.FAULT);
  }

  /** The mapping or its connection is paused by a person, or for one. */
  End ofPause() {
    return ended(durable.queue().notBefore(claim, now().plus(PAUSE)), End.POSTPONED);
  }

  /** People were faster than the turn: it goes on at once, through no failure. */
  End ofHaste() {
    return released();
  }

  private End carryOut(Decision decision, Setback setback) {
    return switch (decision) {
      case RetryAt retry ->
          ended(durable.queue().retryAt(claim, setback, retry.at()), End.POSTPONED);
      case Wait wait -> ended(durable.queue().notBefore(claim, wait.until()), End.POSTPONED);
      case Quarantine quarantine ->
          ended(durable.queue().quarantine(claim, quarantine.why()), End.QUARANTINED);
      case PauseConnection pause -> stopTenant(new Stop(pause.probeAt(), pause.why()));
    };
  }

  private End stopTenant(Stop stop) {
    durable.queue().stop(claim.installation(), stop);
    return released();
  }

  private End released() {
    return ended(durable.queue().release(claim, now()), End.POSTPONED);
  }

  private static End ended(boolean owned, End end) {
    return owned ? end : End.LOST;
  }

  private Instant now() {
    return durable.clock().instant();
  }
}
