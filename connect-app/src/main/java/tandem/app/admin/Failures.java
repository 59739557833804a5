package tandem.app.admin;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import tandem.app.lifecycle.Refusal;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/** Turns a tracker's failure into an answer for the admin. */
final class Failures {
  private Failures() {}

  /** The value, or the answer to throw. */
  static <T> T valueOf(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Failed<T>(RemoteFailure failure) -> throw answer(failure);
    };
  }

  private static ErrorResponseException answer(RemoteFailure failure) {
    return switch (failure) {
      case RemoteFailure.AccessGone gone ->
          Refusal.of(HttpStatus.CONFLICT, "No access to the tracker", gone.why());
      case RemoteFailure.Rejected rejected ->
          Refusal.of(HttpStatus.CONFLICT, "The tracker refuses this", rejected.why());
      case RemoteFailure.RateLimited limited -> limited(limited);
      case RemoteFailure.TrackerDown down -> down(down.why());
      case RemoteFailure.Unknown unknown -> down(unknown.why());
    };
  }

  private static ErrorResponseException limited(RemoteFailure.RateLimited limited) {
    return Refusal.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The tracker asks us to wait",
        limited.why() + " Try again after " + limited.until() + ".");
  }

  private static ErrorResponseException down(String why) {
    return Refusal.of(
        HttpStatus.BAD_GATEWAY,
        "The tracker does not answer",
        why + " Nothing is lost; try again in a minute.");
  }
}
