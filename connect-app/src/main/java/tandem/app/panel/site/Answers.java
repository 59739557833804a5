package tandem.app.panel.site;

import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import tandem.app.lifecycle.Refusal;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/** Turns Jira's failure into an answer for the person in the panel. */
final class Answers {
  private Answers() {}

  /** The value, or the answer to throw. */
  static <T> T valueOf(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Failed<T>(RemoteFailure failure) -> throw answer(failure);
    };
  }

  private static ErrorResponseException answer(RemoteFailure failure) {
    return switch (failure) {
      case RemoteFailure.Rejected rejected ->
          Refusal.of(
              HttpStatus.CONFLICT,
              "Jira refuses this",
              rejected.why() + " Nothing was changed. A Jira admin can see what is missing.");
      case RemoteFailure.AccessGone gone ->
          silent(gone.why() + " Nothing was changed. A Jira admin has to give Tandem access.");
      case RemoteFailure.RateLimited limited ->
          silent(
              limited.why()
                  + " Nothing was changed; it works again after "
                  + limited.until().truncatedTo(ChronoUnit.SECONDS)
                  + ".");
      case RemoteFailure.TrackerDown down -> silent("Nothing was changed. Try again in a moment.");
      case RemoteFailure.Unknown unknown ->
          silent("Whether the change was saved is not known. Try again: nothing is saved twice.");
    };
  }

  static ErrorResponseException silent(String detail) {
    return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "Jira did not answer", detail);
  }
}
