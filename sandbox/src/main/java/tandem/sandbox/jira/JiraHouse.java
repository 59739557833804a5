package tandem.sandbox.jira;

import java.util.List;
import java.util.Map;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.House;
import tandem.sandbox.http.Reply;

/** How Jira names its callers and refuses them. */
final class JiraHouse implements House {
  @Override
  public String caller(Call call) {
    var authorization = call.header("Authorization").orElse("");
    if (authorization.startsWith("JWT ") || call.query("jwt").isPresent()) {
      return "app";
    }
    if (authorization.startsWith("Basic ")) {
      return "token";
    }
    return call.cookie("sandbox_user").isPresent() ? "person" : "anonymous";
  }

  @Override
  public Reply limited(Call call, String reason) {
    return Reply.json(429, Map.of("errorMessages", List.of("Rate limit exceeded.")))
        .with("Retry-After", "1")
        .with("RateLimit-Reason", reason);
  }

  @Override
  public Reply broken(Call call, int status) {
    return Reply.json(status, Map.of("errorMessages", List.of("Internal server error")));
  }
}
