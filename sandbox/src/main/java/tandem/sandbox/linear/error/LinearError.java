package tandem.sandbox.linear.error;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal in Linear's shape: {@code message} and {@code extensions} with type, code, status and a
 * sentence for people. The types are those of the SDK's error map; the messages of not found,
 * conflicting inserts and exclusive labels were seen by others on the live API, the rest of the
 * wording is assumed.
 */
public final class LinearError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String presentable;

  private LinearError(Reason reason, String message, String presentable) {
    super(message, null, false, false);
    this.reason = reason;
    this.presentable = presentable;
  }

  /** Types and codes that Linear answers, with the status that stands in the extensions. */
  public enum Reason {
    INVALID_INPUT("invalid input", "INPUT_ERROR", 400),
    NOT_AUTHENTICATED("authentication error", "AUTHENTICATION_ERROR", 401),
    FORBIDDEN("forbidden", "FORBIDDEN", 403),
    RATE_LIMITED("ratelimited", "RATELIMITED", 429),
    GRAPHQL("graphql error", "GRAPHQL_VALIDATION_FAILED", 400),
    INTERNAL("internal error", "INTERNAL_SERVER_ERROR", 500),
    /** Not an answer of Linear's: the sandbox says that it has not been built that far. */
    NOT_BUILT("other", "SANDBOX_NOT_IMPLEMENTED", 501);

    private final String type;
    private final String code;
    private final int status;

    Reason(String type, String code, int status) {
      this.type = type;
      this.code = code;
      this.status = status;
    }
  }

  /** Also what a caller gets who may not see the thing. */
  public static LinearError notFound(String typeName) {
    return new LinearError(
        Reason.INVALID_INPUT,
        "Entity not found: " + typeName,
        "Could not find referenced " + typeName + ".");
  }

  public static LinearError invalid(String message) {
    return new LinearError(Reason.INVALID_INPUT, message, message);
  }

  public static LinearError notAuthenticated(String presentable) {
    return new LinearError(
        Reason.NOT_AUTHENTICATED, "Authentication required, not authenticated", presentable);
  }

  public static LinearError forbidden(String message) {
    return new LinearError(Reason.FORBIDDEN, message, message);
  }

  public static LinearError rateLimited(String what) {
    return new LinearError(
        Reason.RATE_LIMITED, "Rate limit exceeded", "Rate limit exceeded: " + what + ".");
  }

  public static LinearError graphql(String message) {
    return new LinearError(Reason.GRAPHQL, message, message);
  }

  public static LinearError internal(String message) {
    return new LinearError(Reason.INTERNAL, message, "Internal server error");
  }

  /** The loud answer for a part of the schema that the sandbox has not got. */
  public static LinearError notBuilt(String what) {
    String message = "The sandbox's Linear does not implement " + what;
    return new LinearError(Reason.NOT_BUILT, message, message);
  }

  public Reason reason() {
    return reason;
  }

  /** The extensions of the error as they go over the wire. */
  public Map<String, Object> extensions() {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("type", reason.type);
    extensions.put("code", reason.code);
    extensions.put("statusCode", reason.status);
    extensions.put("userError", reason != Reason.INTERNAL && reason != Reason.NOT_BUILT);
    extensions.put("userPresentableMessage", presentable);
    return extensions;
  }

  /** The whole error as one entry of {@code errors}. */
  public Map<String, Object> entry() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("message", String.valueOf(getMessage()));
    entry.put("extensions", extensions());
    return entry;
  }
}
