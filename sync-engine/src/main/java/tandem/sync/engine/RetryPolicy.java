package tandem.sync.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tandem.sync.engine.Decision.PauseConnection;
import tandem.sync.engine.Decision.Quarantine;
import tandem.sync.engine.Decision.RetryAt;
import tandem.sync.engine.Decision.Wait;
import tandem.sync.queue.Setback;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.RemoteFailure.AccessGone;
import tandem.sync.replica.RemoteFailure.RateLimited;
import tandem.sync.replica.RemoteFailure.Rejected;
import tandem.sync.replica.RemoteFailure.TrackerDown;
import tandem.sync.replica.RemoteFailure.Unknown;

/**
 * From a failure to a decision. Pure. Rows F01 to F08 of {@code docs/reconcile.md}.
 *
 * <p>There is no "drop": a link that cannot be mirrored stays in sight, in quarantine.
 */
public final class RetryPolicy {
  static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);

  /** A remote call lasts no longer, so what was given up has taken effect by then or never will. */
  static final Duration SETTLED_AFTER = Duration.ofSeconds(10);

  static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  static final Duration LONGEST_OBEYED = Duration.ofHours(1);
  static final Duration PROBE_AFTER = Duration.ofMinutes(15);
  static final int MOST_UNKNOWN = 12;
  static final int MOST_REJECTED = 3;
  static final int MOST_FAULTS = 5;
  private static final int DOUBLINGS = 8;

  private RetryPolicy() {}

  /** What kind of setback a failure is; a refusal to be obeyed is none. */
  static Optional<Setback> setback(RemoteFailure failure) {
    return switch (failure) {
      case Unknown unknown -> Optional.of(Setback.UNKNOWN);
      case TrackerDown down -> Optional.of(Setback.DOWN);
      case Rejected rejected -> Optional.of(Setback.REJECTED);
      case RateLimited limited -> Optional.empty();
      case AccessGone gone -> Optional.empty();
    };
  }

  /**
   * Decides about a remote failure.
   *
   * @param attempt how often in a row this kind of failure has come now, from 1
   */
  public static Decision decide(RemoteFailure failure, int attempt, Instant now) {
    return switch (failure) {
      case Unknown unknown -> onceSettled(unknown.why(), attempt, now);
      case TrackerDown down -> new RetryAt(now.plus(wait(attempt)), down.why());
      case Rejected rejected -> again(rejected.why(), attempt, MOST_REJECTED, now);
      case RateLimited limited -> new Wait(limited.scope(), bounded(limited, now), limited.why());
      case AccessGone gone -> new PauseConnection(now.plus(PROBE_AFTER), gone.why());
    };
  }

  /** Decides about a fault of our own: an exception that nobody expected. */
  static Decision decideFault(String why, int attempt, Instant now) {
    return again(why, attempt, MOST_FAULTS, now);
  }

  private static Decision onceSettled(String why, int attempt, Instant now) {
    return switch (again(why, attempt, MOST_UNKNOWN, now)) {
      case RetryAt retry when retry.at().isBefore(now.plus(SETTLED_AFTER)) ->
          new RetryAt(now.plus(SETTLED_AFTER), why);
      case Decision later -> later;
    };
  }

  private static Decision again(String why, int attempt, int most, Instant now) {
    return attempt >= most
        ? new Quarantine("given up after " + attempt + " attempts: " + why)
        : new RetryAt(now.plus(wait(attempt)), why);
  }

  /**
   * A tracker's word is bounded: both trackers' longest windows are an hour. Then it is asked
   * again.
   */
  private static Instant bounded(RateLimited limited, Instant now) {
    Instant latest = now.plus(LONGEST_OBEYED);
    return limited.until().isBefore(latest) ? limited.until() : latest;
  }

  /** 2 s, 4 s, 8 s … 5 min. */
  private static Duration wait(int attempt) {
    Duration doubled = SHORTEST_WAIT.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS));
    return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
  }
}
