package tandem.sync.jira;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tandem.sync.http.Answer;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.RemoteFailure.RateScope;

/**
 * What a 429 asks for. The reason names what is exhausted; {@code Retry-After} is the least wait.
 *
 * @see <a href="https://developer.atlassian.com/cloud/jira/platform/rate-limiting/">Rate
 *     limiting</a>
 */
final class JiraRateLimit {
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final int MOST_DIGITS = 9;

  private JiraRateLimit() {}

  static RemoteFailure read(Answer answer, Instant now) {
    String reason = answer.header("RateLimit-Reason").orElse("");
    RateScope scope = scope(reason);
    return new RemoteFailure.RateLimited(
        scope, until(answer, scope, now), "Jira asks us to wait (" + known(reason) + ")");
  }

  private static RateScope scope(String reason) {
    return switch (reason) {
      case "jira-quota-global-based" -> RateScope.EVERYTHING;
      case "jira-burst-based" -> RateScope.ENDPOINT;
      case "jira-per-issue-on-write" -> RateScope.ISSUE;
      default -> RateScope.TENANT;
    };
  }

  private static String known(String reason) {
    return scope(reason) == RateScope.TENANT && !reason.equals("jira-quota-tenant-based")
        ? "no known reason given"
        : reason;
  }

  /** The later of what the headers say; bounded, so that a nonsense header stops us for hours. */
  private static Instant until(Answer answer, RateScope scope, Instant now) {
    Instant least =
        answer
            .header("Retry-After")
            .flatMap(JiraRateLimit::seconds)
            .map(now::plus)
            .orElseGet(() -> unspecified(scope, now));
    Instant until =
        answer
            .header("X-RateLimit-Reset")
            .flatMap(JiraRateLimit::time)
            .filter(least::isBefore)
            .orElse(least);
    Instant latest = now.plus(LONGEST);
    return until.isAfter(latest) ? latest : until;
  }

  private static Optional<Duration> seconds(String text) {
    boolean digits =
        !text.isEmpty()
            && text.length() <= MOST_DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(DateTimeFormatter.ISO_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  /** The quotas are filled again at the top of each UTC hour; the rest recovers within seconds. */
  private static Instant unspecified(RateScope scope, Instant now) {
    return switch (scope) {
      case ISSUE, ENDPOINT -> now.plus(SHORT);
      case TENANT, EVERYTHING ->
          now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
    };
  }
}
