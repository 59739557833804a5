package tandem.sandbox.jira;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.House;
import tandem.sandbox.http.Reply;
import tandem.sandbox.jira.connect.Callers;
import tandem.sandbox.jira.limit.Exceeded;

/**
 * How Jira names its callers and refuses them. A rate limit that the nemesis makes up lasts one
 * second, whatever its reason, so that a run with faults comes to an end.
 */
final class JiraHouse implements House {
  private final InstantSource clock;

  JiraHouse(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String caller(Call call) {
    var authorization = call.header("Authorization").orElse("");
    if (authorization.startsWith("JWT ") || call.query("jwt").isPresent()) {
      return "app";
    }
    if (authorization.startsWith("Basic ")) {
      return "token";
    }
    return call.cookie(Callers.COOKIE).isPresent() ? "person" : "anonymous";
  }

  @Override
  public Reply limited(Call call, String reason) {
    return Exceeded.reply(reason, clock.instant(), Duration.ofSeconds(1));
  }

  @Override
  public Reply broken(Call call, int status) {
    var text = status == 409 ? "The issue was changed by somebody else." : "Internal server error";
    return Reply.json(status, Map.of("errorMessages", List.of(text), "errors", Map.of()));
  }
}
