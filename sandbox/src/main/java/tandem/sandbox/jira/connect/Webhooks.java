package tandem.sandbox.jira.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tandem.sandbox.http.Courier;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.jql.Jql;
import tandem.sandbox.jira.jql.JqlError;
import tandem.sandbox.jira.state.InstalledApp;
import tandem.sandbox.jira.state.SiteEvent;
import tandem.sandbox.jira.state.SiteStore;

/**
 * Sends what happened to the apps whose descriptor asks for it (module {@code webhooks}: {@code
 * event}, {@code url}, {@code filter}, {@code excludeBody}, {@code propertyKeys}). An app hears of
 * its own writes too.
 */
final class Webhooks {
  private final SiteStore store;
  private final Jql jql;
  private final Wire wire;
  private final RandomGenerator random;

  /** How a webhook is written, signed and carried. */
  record Wire(WebhookBody body, SharedSecretTokens tokens, Courier courier) {}

  Webhooks(SiteStore store, Jql jql, Wire wire, RandomGenerator random) {
    this.store = store;
    this.jql = jql;
    this.wire = wire;
    this.random = random;
  }

  void tell(SiteEvent event) {
    for (var app : store.apps()) {
      for (var module : Descriptors.modules(app, List.of("webhooks"))) {
        if (asksFor(module.json(), event, app)) {
          send(module, event);
        }
      }
    }
  }

  private boolean asksFor(JsonNode module, SiteEvent event, InstalledApp app) {
    if (!module.path("event").asText().equals(WebhookBody.name(event))) {
      return false;
    }
    try {
      var filter = module.path("filter").asText("");
      var user = store.person(app.credentials().accountId()).orElseThrow();
      return jql.matches(filter, event.issue(), user);
    } catch (JqlError unreadable) {
      System.err.println(
          "sandbox: a webhook filter of " + app.key() + " is no JQL: " + unreadable.text());
      return false;
    }
  }

  private void send(Descriptors.Module module, SiteEvent event) {
    boolean silent = module.json().path("excludeBody").asBoolean();
    var body =
        silent
            ? new byte[0]
            : Json.bytes(wire.body().of(event, module.json().path("propertyKeys")));
    var place = Place.of(store, event.issue().key(), event.issue().ref().projectId());
    var target = module.address(place.variables());
    var identifier = new UUID(random.nextLong(), random.nextLong()).toString();
    var letter = new Letter(module.app(), target, identifier, event.cause().trace());
    wire.courier().send(new WebhookParcel(letter, body, wire.tokens()));
  }
}
