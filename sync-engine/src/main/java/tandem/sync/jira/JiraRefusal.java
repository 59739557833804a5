package tandem.sync.jira;

import java.time.Instant;
import tandem.sync.http.Answer;
import tandem.sync.http.Effect;
import tandem.sync.replica.RemoteFailure;

/** What an answer that is no success means, by its status and headers; never by its texts. */
final class JiraRefusal {
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TIMEOUT = 408;
  private static final int CONFLICT = 409;
  private static final int TOO_EARLY = 425;
  private static final int TOO_MANY = 429;

  private JiraRefusal() {}

  static RemoteFailure read(Answer answer, Effect effect, Instant now) {
    int status = answer.status();
    return switch (status) {
      case UNAUTHORIZED ->
          new RemoteFailure.AccessGone(
              "Jira does not accept the app's signature (HTTP 401); the app has to be installed"
                  + " again");
      case FORBIDDEN -> forbidden(effect);
      case NOT_FOUND ->
          new RemoteFailure.TrackerDown("there is no Jira at this address at present (HTTP 404)");
      case TOO_MANY -> JiraRateLimit.read(answer, now);
      case TIMEOUT, TOO_EARLY -> indefinite(status, effect);
      case CONFLICT ->
          new RemoteFailure.Unknown(
              "another change of the issue was under way (HTTP 409); it has to be read again");
      default ->
          answer.isServerError() || answer.isSuccess()
              ? indefinite(status, effect)
              : new RemoteFailure.Rejected("Jira refuses the call (HTTP " + status + ")");
    };
  }

  /** A read needs nothing but the grant; a write may be forbidden on a single issue. */
  private static RemoteFailure forbidden(Effect effect) {
    return switch (effect) {
      case READ ->
          new RemoteFailure.AccessGone(
              "the app may not read this project (HTTP 403); a Jira admin has to give it access");
      case WRITE ->
          new RemoteFailure.Rejected(
              "the app may not edit this issue (HTTP 403); a Jira admin has to allow it");
    };
  }

  /** Of an edit of fields, where Jira says 400 also of what the app may not edit. */
  static RemoteFailure edit(Answer answer, Instant now) {
    return answer.status() == BAD_REQUEST
        ? new RemoteFailure.Rejected(
            "the app may not edit this issue, or not this field of it (HTTP 400); a Jira admin has"
                + " to allow it")
        : read(answer, Effect.WRITE, now);
  }

  /** Of the first page of a search that is always the same but for its project. */
  static RemoteFailure search(Answer answer, Instant now) {
    return answer.status() == BAD_REQUEST
        ? new RemoteFailure.Rejected(
            "Jira does not know this project (HTTP 400): it was deleted or archived, or the app may"
                + " not see it")
        : read(answer, Effect.READ, now);
  }

  private static RemoteFailure indefinite(int status, Effect effect) {
    String what = "Jira gave no usable answer (HTTP " + status + ")";
    return switch (effect) {
      case READ -> new RemoteFailure.TrackerDown(what);
      case WRITE -> new RemoteFailure.Unknown(what + "; the change may have been made");
    };
  }
}
