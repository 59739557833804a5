package tandem.sandbox.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.JiraSite;
import tandem.sandbox.jira.connect.Place;
import tandem.sandbox.scenario.Browser;
import tandem.sandbox.scenario.ScenarioFailed;

/** The app's admin API, asked as the Jira admin. */
public final class Office {
  private static final String APP = "tandem";
  private static final int ATTEMPTS = 20;
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final URI app;
  private final JiraSite jira;
  private final Patience patience;
  private final Browser browser = new Browser();

  Office(URI app, JiraSite jira, Patience patience) {
    this.app = app;
    this.jira = jira;
    this.patience = patience;
  }

  /** What stands at a path below {@code /api/admin/}; asked again while a node is starting. */
  public JsonNode get(String path) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return browser.getJson(at(path), authorization());
      } catch (ScenarioFailed e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        patience.pass(BETWEEN);
      }
    }
  }

  /** All entries of a list, newest first. */
  public List<JsonNode> list(String path, String field) throws InterruptedException {
    var entries = new ArrayList<JsonNode>();
    var query = path + (path.contains("?") ? "&" : "?") + "limit=200";
    var page = get(query);
    page.path(field).forEach(entries::add);
    while (page.hasNonNull("next")) {
      page = get(query + "&before=" + page.path("next").asText());
      page.path(field).forEach(entries::add);
    }
    return entries;
  }

  public JsonNode send(String method, String path, @Nullable Object body)
      throws InterruptedException {
    return browser.send(method, at(path), authorization(), body);
  }

  private URI at(String path) {
    return app.resolve("/api/admin/" + path);
  }

  private Map<String, String> authorization() {
    var place = Place.of(jira.store(), "", Trackers.PROJECT);
    return Map.of("Authorization", "JWT " + jira.contextToken(APP, Cast.ADMIN, place));
  }
}
