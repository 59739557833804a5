package tandem.sync.linear;

import com.apollographql.apollo.api.Error;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tandem.sync.http.Answer;
import tandem.sync.http.Effect;
import tandem.sync.linear.LinearReply.Refusal;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/**
 * What Linear's errors mean. The body is asked first, by {@code extensions.type} and {@code
 * extensions.code}, the status second: a rate limit comes as 400, 200 or 429, "not found" as 200.
 */
final class LinearErrors {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;

  private final Answer answer;
  private final Effect effect;
  private final Instant now;

  LinearErrors(Answer answer, Effect effect, Instant now) {
    this.answer = answer;
    this.effect = effect;
    this.now = now;
  }

  /** For a body with GraphQL errors; the first one decides. */
  <D> Outcome<LinearReply<D>> read(List<Error> errors) {
    Error error = errors.getFirst();
    return switch (kind(error)) {
      case "ratelimited" -> rateLimited();
      case "authentication_error" -> refused(Refusal.UNAUTHENTICATED, "unauthenticated");
      case "forbidden", "feature_not_accessible" -> forbidden();
      case "input_error",
          "invalid_input",
          "user_error",
          "graphql_validation_failed",
          "graphql_error" ->
          refused(refusal(error.getMessage()), kind(error));
      default -> byStatus();
    };
  }

  /** The code, or the type where there is no code, in one spelling. */
  private static String kind(Error error) {
    Map<String, ?> extensions = error.getExtensions() == null ? Map.of() : error.getExtensions();
    Object code = extensions.get("code");
    Object kind = code == null ? extensions.get("type") : code;
    return String.valueOf(kind).toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  /** Linear has no codes for these: its sentences are all there is to go by. */
  private static Refusal refusal(String message) {
    String text = message.toLowerCase(Locale.ROOT);
    if (text.contains("entity not found")) {
      return Refusal.NOT_FOUND;
    }
    if (text.contains("not exclusive")) {
      return Refusal.NOT_EXCLUSIVE;
    }
    return text.contains("conflict on insert") ? Refusal.ALREADY_EXISTS : Refusal.OTHER;
  }

  /** For an answer whose body says nothing. */
  <D> Outcome<LinearReply<D>> byStatus() {
    return switch (answer.status()) {
      case UNAUTHORIZED -> refused(Refusal.UNAUTHENTICATED, "unauthenticated");
      case FORBIDDEN -> forbidden();
      case TOO_MANY -> rateLimited();
      default ->
          answer.isSuccess() || answer.isServerError() || answer.status() == NOT_FOUND
              ? new Outcome.Failed<>(indefinite())
              : refused(Refusal.OTHER, "HTTP " + answer.status());
    };
  }

  private RemoteFailure indefinite() {
    String what = "Linear gave no usable answer (HTTP " + answer.status() + ")";
    return switch (effect) {
      case READ -> new RemoteFailure.TrackerDown(what);
      case WRITE -> new RemoteFailure.Unknown(what + "; the change may have been made");
    };
  }

  private <D> Outcome<LinearReply<D>> rateLimited() {
    return new Outcome.Failed<>(LinearRateLimit.read(answer, now));
  }

  /** A read needs nothing but the grant; a write may be forbidden on a single issue. */
  private <D> Outcome<LinearReply<D>> forbidden() {
    return new Outcome.Failed<>(
        switch (effect) {
          case READ ->
              new RemoteFailure.AccessGone(
                  "Linear forbids this to the connection; connect Linear again with access to the"
                      + " team");
          case WRITE ->
              new RemoteFailure.Rejected(
                  "Tandem may not change this issue in Linear (forbidden); a Linear admin has to"
                      + " allow it, or connect Linear again");
        });
  }

  private static <D> Outcome<LinearReply<D>> refused(Refusal refusal, String kind) {
    return new Outcome.Done<>(
        new LinearReply.Refused<>(refusal, "Linear refuses the call (" + kind + ")"));
  }
}
