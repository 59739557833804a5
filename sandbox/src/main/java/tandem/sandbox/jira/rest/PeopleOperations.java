package tandem.sandbox.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tandem.sandbox.http.Json;
import tandem.sandbox.http.Reply;
import tandem.sandbox.jira.state.Confidence;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.view.Times;

/** Users, what they may do, and the site itself. */
final class PeopleOperations {
  private final Site site;
  private final InstantSource clock;

  PeopleOperations(Site site, InstantSource clock) {
    this.site = site;
    this.clock = clock;
  }

  void register(RestRoutes routes) {
    routes
        .add("GET", "serverInfo", visit -> Reply.json(server()))
        .add("GET", "myself", this::myself)
        .add("GET", "user", this::user)
        .add("GET", "user/bulk", this::users)
        .add("GET", "user/search", this::search)
        .add("GET", "user/assignable/search", this::search)
        .add("GET", "mypermissions", this::mine)
        .add("POST", "permissions/check", this::check);
  }

  private ObjectNode server() {
    var base = site.views().address().base();
    var json =
        Json.object()
            .put("baseUrl", base)
            .put("displayUrl", base)
            .put("version", "1001.0.0-SNAPSHOT")
            .put("deploymentType", "Cloud")
            .put("buildNumber", 100_300)
            .put("buildDate", "2026-11-20T00:00:00.000+0000")
            .put("serverTime", Times.text(clock.instant()))
            .put("scmInfo", "sandbox")
            .put("serverTitle", "Sandbox Jira");
    json.putArray("versionNumbers").add(1001).add(0).add(0);
    json.put("serverTimeZone", "UTC");
    return json;
  }

  private Reply myself(Visit visit) {
    var json = site.views().people().of(visit.person()).put("locale", "en_US");
    json.putObject("groups").put("size", 0).putArray("items");
    json.putObject("applicationRoles").put("size", 0).putArray("items");
    return Reply.json(json);
  }

  private Reply user(Visit visit) {
    var id = visit.call().query("accountId").orElse("");
    return site.store()
        .person(id)
        .map(person -> Reply.json(site.views().people().of(person)))
        .orElseThrow(() ->
            Errors.refusal(
                404, "Specified user does not exist or you do not have required permissions"));
  }

  private Reply users(Visit visit) {
    var ids = visit.call().queries("accountId");
    if (ids.isEmpty()) {
      throw Errors.refusal(400, "The parameter 'accountId' is missing.");
    }
    var found = new ArrayList<JsonNode>();
    ids.forEach(
        id -> site.store().person(id).ifPresent(p -> found.add(site.views().people().of(p))));
    return Reply.json(site.page(visit, found, 10, 200));
  }

  private Reply search(Visit visit) {
    var query = visit.call().query("query").orElse("").toLowerCase(Locale.ROOT);
    var found = Json.array();
    site.store().people().stream()
        .filter(person -> !person.app())
        .filter(p -> (p.displayName() + " " + p.email()).toLowerCase(Locale.ROOT).contains(query))
        .forEach(person -> found.add(site.views().people().of(person)));
    return Reply.json(found);
  }

  /** {@code permissions} is required, as it has been in Jira since 2019. */
  private Reply mine(Visit visit) {
    var asked = visit.list("permissions");
    if (asked.isEmpty()) {
      throw Errors.refusal(400, "The 'permissions' query parameter is required.");
    }
    var answer = Json.object();
    var shown = answer.putObject("permissions");
    for (String key : asked) {
      var permission = known(key);
      shown
          .putObject(key)
          .put("id", permission.name())
          .put("key", key)
          .put("name", permission.label())
          .put("type", permission.global() ? "GLOBAL" : "PROJECT")
          .put("description", "")
          .put("havePermission", permission.of(visit.person()));
    }
    return Reply.json(answer);
  }

  private static Permission known(String key) {
    return Permission.find(key)
        .orElseThrow(() -> Errors.refusal(400, "Unrecognized permission: " + key));
  }

  /** For somebody else only with the right to administer ([spec]). */
  private Reply check(Visit visit) {
    var body = visit.object();
    var person = whose(visit, body);
    var answer = Json.object();
    var globals = answer.putArray("globalPermissions");
    for (JsonNode key : body.path("globalPermissions")) {
      if (known(key.asText()).of(person)) {
        globals.add(key.asText());
      }
    }
    var projects = answer.putArray("projectPermissions");
    for (JsonNode asked : body.path("projectPermissions")) {
      asked.path("permissions").forEach(key -> projects.add(granted(key.asText(), asked, person)));
    }
    return Reply.json(answer);
  }

  /** An app's server may ask about anybody, as the operation's description says. */
  private Person whose(Visit visit, JsonNode body) {
    var id = body.path("accountId").asText(visit.person().accountId());
    var mayAsk = visit.isApp() || visit.person().canAdminister();
    if (!id.equals(visit.person().accountId()) && !mayAsk) {
      throw Errors.refusal(403, "Only an administrator may check another user's permissions.");
    }
    return site.store()
        .person(id)
        .orElseThrow(() -> Errors.refusal(400, "The user does not exist: " + id));
  }

  private ObjectNode granted(String key, JsonNode asked, Person person) {
    boolean has = known(key).of(person);
    var json = Json.object().put("permission", key);
    var issues = json.putArray("issues");
    var projects = json.putArray("projects");
    if (has) {
      numbers(asked.path("issues")).stream()
          .filter(id ->
              site.store()
                  .issue(id.toString())
                  .filter(issue -> Confidence.shows(issue, person))
                  .filter(issue -> !key.equals("EDIT_ISSUES") || !site.store().isFrozen(issue))
                  .isPresent())
          .forEach(issues::add);
      numbers(asked.path("projects")).stream()
          .filter(id -> site.store().project(id.toString()).isPresent())
          .forEach(projects::add);
    }
    return json;
  }

  private static List<Long> numbers(JsonNode array) {
    var numbers = new ArrayList<Long>();
    array.forEach(element -> numbers.add(element.asLong()));
    return numbers;
  }
}
