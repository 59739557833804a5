package tandem.sandbox.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import tandem.sandbox.http.Json;
import tandem.sandbox.http.Refusal;
import tandem.sandbox.http.Reply;
import tandem.sandbox.jira.connect.Caller;
import tandem.sandbox.jira.state.InstalledApp;

/**
 * Properties of a Connect app on this site: only by the app itself, with its JWT. Keys of up to
 * 127, values of up to 32,768 characters ([spec]).
 */
final class AppPropertyOperations {
  private static final String PROPERTIES = "/rest/atlassian-connect/1/addons/{addonKey}/properties";
  private static final int LONGEST_KEY = 127;
  private final Site site;

  AppPropertyOperations(Site site) {
    this.site = site;
  }

  void register(RestRoutes routes) {
    routes
        .at("GET", PROPERTIES, this::keys)
        .at("GET", PROPERTIES + "/{propertyKey}", this::read)
        .at("PUT", PROPERTIES + "/{propertyKey}", this::write)
        .at("DELETE", PROPERTIES + "/{propertyKey}", this::delete);
  }

  private Reply keys(Visit visit) {
    return PropertyValue.keys(app(visit).properties().keySet(), self(visit));
  }

  private Reply read(Visit visit) {
    var key = key(visit);
    var value = app(visit).properties().get(key);
    if (value == null) {
      throw refusal(404, "Property with key '" + key + "' not found.");
    }
    var json = PropertyValue.shown(key, value);
    return Reply.json(json.put("self", self(visit)));
  }

  private Reply write(Visit visit) {
    var app = app(visit);
    var key = key(visit);
    JsonNode value = PropertyValue.value(visit);
    var all = new TreeMap<>(app.properties());
    boolean created = all.put(key, value) == null;
    site.store().put(app.with(all));
    int status = created ? 201 : 200;
    return Reply.json(status, message(status, created ? "Property created" : "Property updated"));
  }

  private Reply delete(Visit visit) {
    var app = app(visit);
    var rest = new TreeMap<>(app.properties());
    if (rest.remove(key(visit)) == null) {
      throw refusal(404, "Property with key '" + key(visit) + "' not found.");
    }
    site.store().put(app.with(rest));
    return Reply.empty(204);
  }

  private static String key(Visit visit) {
    var key = visit.name("propertyKey");
    if (key.length() > LONGEST_KEY) {
      throw refusal(400, "The key must not exceed 127 characters.");
    }
    return key;
  }

  private static InstalledApp app(Visit visit) {
    if (visit.caller() instanceof Caller.App caller
        && caller.app().key().equals(visit.name("addonKey"))) {
      return caller.app();
    }
    throw refusal(401, "Only the app itself may see and change its properties.");
  }

  private String self(Visit visit) {
    return site.views().address().base() + visit.call().target().path();
  }

  private static JsonNode message(int status, String text) {
    return Json.tree(Map.of("statusCode", status, "message", text));
  }

  private static Refusal refusal(int status, String text) {
    return new Refusal(Reply.json(status, message(status, text)));
  }
}
