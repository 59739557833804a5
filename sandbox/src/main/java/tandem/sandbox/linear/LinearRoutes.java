package tandem.sandbox.linear;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.Json;
import tandem.sandbox.http.Reply;
import tandem.sandbox.http.Routes;
import tandem.sandbox.linear.access.AuthorizeDesk;
import tandem.sandbox.linear.access.AuthorizeRequest;
import tandem.sandbox.linear.access.Callers;
import tandem.sandbox.linear.access.Grants;
import tandem.sandbox.linear.access.TokenDesk;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Workspace;

/** The places of the workspace's server, apart from its pages. */
final class LinearRoutes {
  /** What answers them. */
  record Desks(GraphqlEndpoint graphql, AuthorizeDesk authorize, TokenDesk tokens, Grants grants) {}

  private final Workspace workspace;
  private final Desks desks;

  LinearRoutes(Workspace workspace, Desks desks) {
    this.workspace = workspace;
    this.desks = desks;
  }

  void register(Routes routes) {
    routes
        .api("POST", "/graphql", desks.graphql()::answer)
        .api(
            "POST",
            "/oauth/token",
            call -> desks.tokens().answer(call.form(), call.header("Authorization")))
        .api("POST", "/oauth/revoke", this::revoke)
        .own("GET", "/oauth/authorize", this::ask)
        .own("POST", "/oauth/authorize", this::decide)
        .own("GET", "/sandbox/people", call -> Reply.json(people()))
        .own("GET", "/sandbox/session", this::session)
        .own("POST", "/sandbox/session", this::signIn);
  }

  /** The token may be an access or a refresh token, in the form or as the caller's own. */
  private Reply revoke(Call call) {
    Map<String, String> form = call.form();
    Optional<String> own =
        call.header("Authorization")
            .filter(header -> header.startsWith("Bearer "))
            .map(header -> header.substring("Bearer ".length()));
    String token =
        Optional.ofNullable(form.get("token"))
            .or(() -> Optional.ofNullable(form.get("access_token")))
            .or(() -> Optional.ofNullable(form.get("refresh_token")))
            .or(() -> own)
            .orElse("");
    return desks.grants().revoke(token)
        ? Reply.json(Map.of("success", true))
        : Reply.json(400, Map.of("error", "invalid_request"));
  }

  private Reply ask(Call call) {
    Map<String, String> parameters = new LinkedHashMap<>();
    call.queries().forEach((name, values) -> parameters.put(name, values.getFirst()));
    return desks.authorize().ask(new AuthorizeRequest(parameters), call.cookie(Callers.COOKIE));
  }

  private Reply decide(Call call) {
    Map<String, String> form = call.form();
    return desks.authorize().decide(new AuthorizeRequest(form), form, call.cookie(Callers.COOKIE));
  }

  /** The person of the session; {@code {"userId": null}} when nobody signed in. */
  private Reply session(Call call) {
    return call.cookie(Callers.COOKIE)
        .flatMap(this::person)
        .map(row -> Reply.json(shown(row)))
        .orElseGet(() -> Reply.json(Json.object().putNull("userId")));
  }

  private Reply signIn(Call call) {
    JsonNode id = call.json().path("userId");
    return person(id.asText())
        .map(row -> Reply.json(shown(row)).with("Set-Cookie", cookie(row)))
        .orElseGet(() -> Reply.json(404, Map.of("error", "There is no such person.")));
  }

  private static String cookie(Row row) {
    return Callers.COOKIE + "=" + row.id() + "; Path=/; HttpOnly; SameSite=Lax";
  }

  private Optional<Row> person(String id) {
    return workspace.read(rows -> rows.find(Kind.USER, id)).filter(row -> !row.flag("app"));
  }

  private List<Map<String, Object>> people() {
    List<Map<String, Object>> people = new ArrayList<>();
    for (Row row : workspace.read(rows -> rows.all(Kind.USER))) {
      if (!row.flag("app")) {
        people.add(shown(row));
      }
    }
    return people;
  }

  private static Map<String, Object> shown(Row row) {
    return Map.of(
        "userId", row.id(),
        "name", row.required("name"),
        "email", row.required("email"),
        "admin", row.flag("admin"));
  }
}
