package tandem.sandbox.jira.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.Json;
import tandem.sandbox.http.Reply;
import tandem.sandbox.http.Routes;
import tandem.sandbox.jira.state.InstalledApp;
import tandem.sandbox.jira.state.SiteStore;

/**
 * The site's own doors for apps: {@code /sandbox/apps}, {@code /sandbox/frames}, {@code
 * /sandbox/context-token}, and the key server {@code /sandbox/install-keys/<kid>}.
 */
final class AppRoutes {
  private final SiteStore store;
  private final Callers callers;
  private final AppStore apps;
  private final Frames frames;

  AppRoutes(SiteStore store, Callers callers, AppStore apps, Frames frames) {
    this.store = store;
    this.callers = callers;
    this.apps = apps;
    this.frames = frames;
  }

  void register(Routes routes) {
    routes
        .own("GET", "/sandbox/install-keys/{kid}", this::key)
        .own("GET", "/sandbox/apps", call -> list())
        .own("POST", "/sandbox/apps", this::install)
        .own("DELETE", "/sandbox/apps/{key}", this::uninstall)
        .own("GET", "/sandbox/frames", this::frames)
        .own("GET", "/sandbox/context-token", this::token);
  }

  private Reply key(Call call) {
    return apps.pem(call.name("kid"))
        .map(pem -> Reply.text(200, pem))
        .orElseGet(() -> Reply.text(404, "There is no such install key."));
  }

  private Reply list() {
    var list = Json.array();
    store.apps().forEach(app -> list.add(shown(app)));
    return Reply.json(list);
  }

  private Reply install(Call call) {
    var url = call.json().path("descriptorUrl").asText();
    try {
      return Reply.json(201, shown(apps.install(URI.create(url))));
    } catch (InstallFailed failed) {
      return error(502, String.valueOf(failed.getMessage()));
    } catch (IllegalArgumentException noUrl) {
      return error(400, "'descriptorUrl' is no address: " + url);
    }
  }

  private Reply uninstall(Call call) {
    boolean gone = apps.uninstall(call.name("key"));
    return gone ? Reply.empty(204) : error(404, "No such app is installed.");
  }

  private Reply frames(Call call) {
    var person = callers.session(call);
    if (person.isEmpty()) {
      return error(401, "Nobody is signed in.");
    }
    var location = call.query("location").orElse("");
    return Reply.json(frames.at(new Frames.Looker(person.get(), location, place(call))));
  }

  private Reply token(Call call) {
    var person = callers.session(call);
    if (person.isEmpty()) {
      return error(401, "Nobody is signed in.");
    }
    return store
        .app(call.query("addonKey").orElse(""))
        .map(app -> Reply.text(200, frames.contextToken(app, person.get(), place(call))))
        .orElseGet(() -> error(404, "No such app is installed."));
  }

  private Place place(Call call) {
    return Place.of(store, call.query("issueKey").orElse(""), call.query("projectKey").orElse(""));
  }

  private static ObjectNode shown(InstalledApp app) {
    var json =
        Json.object()
            .put("key", app.key())
            .put("name", app.descriptor().path("name").asText(app.key()))
            .put("description", app.descriptor().path("description").asText())
            .put("baseUrl", app.baseUrl().toString())
            .put("clientKey", app.credentials().clientKey());
    json.set("scopes", app.descriptor().path("scopes"));
    return json;
  }

  private static Reply error(int status, String text) {
    return Reply.json(status, Json.object().put("error", text));
  }
}
