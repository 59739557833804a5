package tandem.sandbox.jira.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.state.InstalledApp;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.SiteStore;
import tandem.sandbox.jira.view.Address;

/**
 * The iframes of apps, as the genuine Connect host ({@code connectHost.create}) takes them, and the
 * context tokens that {@code AP.context.getToken} returns. Admin pages are for administrators;
 * other {@code conditions} of a module are not evaluated.
 */
public final class Frames {
  private static final Map<String, List<String>> TYPES =
      Map.of(
          "issue", List.of("jiraIssueContents", "jiraIssueContexts"),
          "project", List.of("jiraProjectPages"),
          "admin", List.of("configurePage", "adminPages"),
          "dialog",
              List.of(
                  "dialogs",
                  "generalPages",
                  "jiraIssueContents",
                  "jiraIssueContexts",
                  "jiraProjectPages",
                  "adminPages",
                  "configurePage"));
  private final SiteStore store;
  private final Address address;
  private final SharedSecretTokens tokens;
  private final Dashboard dashboard;

  Frames(SiteStore store, Address address, SharedSecretTokens tokens) {
    this.store = store;
    this.address = address;
    this.tokens = tokens;
    this.dashboard = new Dashboard(store);
  }

  /**
   * Who looks at which part of the page.
   *
   * @param location issue, project, admin, dashboard or dialog; anything else has no frames
   */
  public record Looker(Person person, String location, Place place) {}

  public ArrayNode at(Looker looker) {
    return looker.location().equals("dashboard") ? onDashboard(looker.person()) : inPage(looker);
  }

  private ArrayNode onDashboard(Person person) {
    var frames = Json.array();
    for (var placed : dashboard.placed()) {
      var looker = new Looker(person, "dashboard", Place.of(placed.item()));
      var frame = frame(placed.module(), looker);
      frames.add(frame.put("configurable", placed.module().configurable()));
    }
    return frames;
  }

  private ArrayNode inPage(Looker looker) {
    var frames = Json.array();
    for (var app : store.apps()) {
      for (var module :
          Descriptors.modules(app, TYPES.getOrDefault(looker.location(), List.of()))) {
        if (allowed(module, looker.person())) {
          frames.add(frame(module, looker));
        }
      }
    }
    return frames;
  }

  /** A token of the site for the app: who looks, and where the frame stands; no URL's hash. */
  public String contextToken(InstalledApp app, Person person, Place place) {
    Map<String, Object> claims =
        Map.of("sub", person.accountId(), "qsh", QueryHash.CONTEXT, "context", place.claim());
    return tokens.sign(app, claims);
  }

  private static boolean allowed(Descriptors.Module module, Person person) {
    boolean forAdmins = module.type().equals("adminPages") || module.type().equals("configurePage");
    return !forAdmins || person.canAdminister();
  }

  private ObjectNode frame(Descriptors.Module module, Looker looker) {
    var app = module.app();
    var json =
        Json.object()
            .put("addon_key", app.key())
            .put("key", module.key())
            .put("title", module.title())
            .put("url", url(module, looker));
    var options =
        json.putObject("options")
            .put("hostOrigin", address.base())
            .put("origin", origin(app.baseUrl()))
            .put("uniqueKey", app.key() + "__" + module.key())
            .put("contextPath", "")
            .put("moduleType", module.type());
    var context = options.putObject("productContext");
    looker.place().variables().forEach(context::put);
    return json;
  }

  private String url(Descriptors.Module module, Looker looker) {
    var target = module.address(looker.place().variables()).toString();
    return target
        + (target.contains("?") ? '&' : '?')
        + "xdm_e="
        + URLEncoder.encode(address.base(), UTF_8)
        + "&xdm_c=channel-"
        + module.app().key()
        + "__"
        + module.key()
        + "&cp=&lic=none&cv=1001.0.0-SNAPSHOT&jwt="
        + contextToken(module.app(), looker.person(), looker.place());
  }

  private static String origin(URI base) {
    return base.getScheme() + "://" + base.getAuthority();
  }
}
