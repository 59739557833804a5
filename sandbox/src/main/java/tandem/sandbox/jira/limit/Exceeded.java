package tandem.sandbox.jira.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tandem.sandbox.http.Reply;

/**
 * The 429 of a limit, with the documented headers: {@code Retry-After} in whole seconds, {@code
 * X-RateLimit-Reset}, {@code RateLimit-Reason}.
 */
public record Exceeded(Reason reason, Instant now, Duration retryAfter) {
  /** Why; {@code text} is what the header says. */
  public enum Reason {
    POINTS("jira-quota-global-based"),
    POINTS_OF_TENANT("jira-quota-tenant-based"),
    BURST("jira-burst-based"),
    ISSUE_WRITES("jira-per-issue-on-write");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  public Reply reply() {
    return reply(reason.text(), now, retryAfter);
  }

  /** The same for a reason that the nemesis names. */
  public static Reply reply(String reason, Instant now, Duration retryAfter) {
    long seconds = Math.max(1, (retryAfter.toMillis() + 999) / 1000);
    var body = Map.of("errorMessages", List.of("Rate limit exceeded."), "errors", Map.of());
    return Reply.json(429, body)
        .with("Retry-After", String.valueOf(seconds))
        .with("X-RateLimit-Remaining", "0")
        .with("X-RateLimit-Reset", now.plusSeconds(seconds).toString())
        .with("RateLimit-Reason", reason);
  }
}
