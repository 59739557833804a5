package tandem.sandbox.linear;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.House;
import tandem.sandbox.http.Reply;
import tandem.sandbox.linear.access.Callers;
import tandem.sandbox.linear.error.LinearError;

/** How Linear answers where the server speaks for it: rate limits and breakdowns. */
final class LinearHouse implements House {
  private static final Set<String> STATUSES = Set.of("200", "400", "429");
  private static final Pattern NAME = Pattern.compile("\"operationName\"\\s*:\\s*\"(\\w+)\"");
  private static final Pattern WRITTEN = Pattern.compile("(?:query|mutation)\\s+(\\w+)");

  @Override
  public String caller(Call call) {
    Optional<String> authorization = call.header("Authorization");
    if (authorization.isPresent()) {
      return authorization.get().startsWith("Bearer ") ? "app" : "key";
    }
    return call.cookie(Callers.COOKIE).isPresent() ? "person" : "app";
  }

  /** Calls of the API are named by their GraphQL operation: {@code POST /graphql IssueUpdate}. */
  @Override
  public String operation(Call call) {
    if (!call.operation().equals(LinearService.GRAPHQL)) {
      return call.operation();
    }
    String body = new String(call.body(), UTF_8);
    Matcher named = NAME.matcher(body);
    Matcher written = WRITTEN.matcher(body);
    String name = named.find() ? named.group(1) : written.find() ? written.group(1) : "anonymous";
    return call.operation() + " " + name;
  }

  /**
   * Status 400 as seen by others; 200 (the older documentation) and 429 (which the SDK knows) when
   * the reason of the fault names them.
   */
  @Override
  public Reply limited(Call call, String reason) {
    int status = STATUSES.contains(reason) ? Integer.parseInt(reason) : 400;
    LinearError error = LinearError.rateLimited("requests");
    Reply reply =
        Reply.json(status, Map.of("errors", List.of(error.entry())))
            .with("X-RateLimit-Requests-Remaining", "0");
    return status == 429 ? reply.with("Retry-After", "1") : reply;
  }

  /** A page of the servers in front of Linear: not JSON (assumed). */
  @Override
  public Reply broken(Call call, int status) {
    return Reply.html(status, "<html><body><h1>" + status + "</h1></body></html>");
  }
}
