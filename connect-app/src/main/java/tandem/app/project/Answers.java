package tandem.app.project;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import tandem.app.lifecycle.Refusal;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/** What a call to Jira gave, for a person who waits for it. */
public final class Answers {
  private Answers() {}

  /** The value; a failure is thrown as the answer 502 or 503 with words for people. */
  public static <T> T valueOf(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Failed<T>(RemoteFailure failure) -> throw refusal(failure);
    };
  }

  private static ErrorResponseException refusal(RemoteFailure failure) {
    return switch (failure) {
      case RemoteFailure.RateLimited limited ->
          unavailable("Jira asks us to wait", limited.why() + " The page tries again.");
      case RemoteFailure.TrackerDown down ->
          unavailable("Jira did not answer", down.why() + " The page tries again.");
      case RemoteFailure.Unknown unknown ->
          unavailable(
              "Jira did not answer",
              unknown.why() + " Look whether it is there before you repeat it.");
      case RemoteFailure.AccessGone gone ->
          badGateway("Tandem may not look", gone.why() + " Ask a Jira admin.");
      case RemoteFailure.Rejected rejected ->
          badGateway("Jira refused", rejected.why() + " Nothing was changed.");
    };
  }

  private static ErrorResponseException unavailable(String title, String detail) {
    return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, title, detail);
  }

  private static ErrorResponseException badGateway(String title, String detail) {
    return Refusal.of(HttpStatus.BAD_GATEWAY, title, detail);
  }
}
