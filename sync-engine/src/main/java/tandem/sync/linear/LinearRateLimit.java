package tandem.sync.linear;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tandem.sync.http.Answer;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.RemoteFailure.RateScope;

/**
 * What {@code RATELIMITED} asks for: the latest of {@code Retry-After} and the resets of all
 * buckets that are empty. The limits themselves change; only the headers are believed.
 *
 * @see <a href="https://linear.app/developers/rate-limiting">Rate limiting</a>
 */
final class LinearRateLimit {
  private static final String ENDPOINT = "X-RateLimit-Endpoint-Requests";
  private static final List<String> WORKSPACE =
      List.of("X-RateLimit-Requests", "X-RateLimit-Complexity");
  private static final Duration UNSPECIFIED = Duration.ofMinutes(1);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final int MOST_DIGITS = 15;

  private LinearRateLimit() {}

  static RemoteFailure read(Answer answer, Instant now) {
    boolean endpointOnly =
        isEmpty(answer, ENDPOINT) && WORKSPACE.stream().noneMatch(name -> isEmpty(answer, name));
    return new RemoteFailure.RateLimited(
        endpointOnly ? RateScope.ENDPOINT : RateScope.TENANT,
        until(answer, now),
        "Linear's limit of requests or complexity for this workspace is used up");
  }

  private static boolean isEmpty(Answer answer, String bucket) {
    return answer.header(bucket + "-Remaining").filter(left -> left.trim().equals("0")).isPresent();
  }

  private static Instant until(Answer answer, Instant now) {
    Stream<Instant> resets =
        Stream.concat(WORKSPACE.stream(), Stream.of(ENDPOINT))
            .filter(bucket -> isEmpty(answer, bucket))
            .flatMap(bucket ->
                number(answer, bucket + "-Reset").stream().mapToObj(Instant::ofEpochMilli));
    Stream<Instant> retryAfter = number(answer, "Retry-After").stream().mapToObj(now::plusSeconds);
    Optional<Instant> asked = Stream.concat(resets, retryAfter).max(Instant::compareTo);
    return bounded(asked.orElse(now.plus(UNSPECIFIED)), now);
  }

  private static OptionalLong number(Answer answer, String header) {
    return answer
        .header(header)
        .filter(text -> !text.isEmpty() && text.length() <= MOST_DIGITS)
        .filter(text -> text.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElseGet(OptionalLong::empty);
  }

  /** A nonsense header neither stops us for days nor lets us ask again at once. */
  private static Instant bounded(Instant until, Instant now) {
    Instant earliest = now.plus(SHORTEST);
    Instant latest = now.plus(LONGEST);
    if (until.isBefore(earliest)) {
      return earliest;
    }
    return until.isAfter(latest) ? latest : until;
  }
}
