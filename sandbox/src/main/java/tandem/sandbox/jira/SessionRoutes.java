package tandem.sandbox.jira;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.Json;
import tandem.sandbox.http.Reply;
import tandem.sandbox.http.Routes;
import tandem.sandbox.jira.connect.Callers;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.SiteStore;

/**
 * Who sits at the browser: {@code /sandbox/people} and {@code /sandbox/session}. There is no
 * password; this is a sandbox on loopback.
 */
final class SessionRoutes {
  private final SiteStore store;
  private final Callers callers;

  SessionRoutes(SiteStore store, Callers callers) {
    this.store = store;
    this.callers = callers;
  }

  void register(Routes routes) {
    routes
        .own("GET", "/sandbox/people", call -> people())
        .own("GET", "/sandbox/session", this::session)
        .own("POST", "/sandbox/session", this::signIn);
  }

  private Reply people() {
    var list = Json.array();
    store.people().stream().filter(p -> !p.app()).forEach(person -> list.add(shown(person)));
    return Reply.json(list);
  }

  /** The person of the session; {@code {"accountId": null}} when nobody signed in. */
  private Reply session(Call call) {
    return callers
        .session(call)
        .map(person -> Reply.json(shown(person)))
        .orElseGet(() -> Reply.json(Json.object().putNull("accountId")));
  }

  private Reply signIn(Call call) {
    var id = call.json().path("accountId").asText();
    return store
        .person(id)
        .filter(person -> !person.app())
        .map(SessionRoutes::welcome)
        .orElseGet(
            () -> Reply.json(400, Json.object().put("error", "There is nobody called " + id)));
  }

  private static Reply welcome(Person person) {
    var cookie = Callers.COOKIE + "=" + person.accountId() + "; Path=/; HttpOnly; SameSite=Lax";
    return Reply.json(shown(person)).with("Set-Cookie", cookie);
  }

  private static ObjectNode shown(Person person) {
    return Json.object()
        .put("accountId", person.accountId())
        .put("displayName", person.displayName())
        .put("emailAddress", person.email())
        .put("role", person.role().name().toLowerCase(Locale.ROOT));
  }
}
