package tandem.sandbox.jira.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.state.InstalledApp;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.Role;
import tandem.sandbox.jira.state.SiteStore;
import tandem.sandbox.jira.view.Address;

/**
 * Installs and uninstalls Connect apps by the signed handshake (developer.atlassian.com, Connect,
 * "Security for Connect apps"): RS256 by the site's install key, {@code aud} = the app's base URL,
 * {@code qsh} of the lifecycle path, {@code iss} = the site's client key.
 */
public final class AppStore implements AutoCloseable {
  private static final int SECRET_BYTES = 48;
  private final SiteStore store;
  private final Address address;
  private final InstallKeys keys;
  private final RandomGenerator random;
  private final Outbound outbound = new Outbound();

  AppStore(SiteStore store, Address address, InstallKeys keys, RandomGenerator random) {
    this.store = store;
    this.address = address;
    this.keys = keys;
    this.random = random;
  }

  /**
   * Fetches the descriptor and performs the handshake. An app that is there already gets a new
   * secret (*assumed*). When the app refuses, everything is as before.
   *
   * @throws InstallFailed with the reason in words
   */
  public InstalledApp install(URI descriptorUrl) {
    var descriptor = outbound.json(descriptorUrl);
    Descriptors.check(descriptor);
    var key = descriptor.path("key").asText();
    var before = store.app(key);
    var app = drafted(key, descriptor, before);
    store.put(app);
    store.put(user(app));
    try {
      int status = lifecycle(app, "installed");
      if (status < 200 || status > 299) {
        throw new InstallFailed("The app answered " + status + " to its installation.");
      }
      return app;
    } catch (InstallFailed failed) {
      before.ifPresentOrElse(store::put, () -> store.remove(app));
      throw failed;
    }
  }

  /** Tells the app and forgets it, whatever it answers. False when it was not there. */
  public boolean uninstall(String key) {
    Optional<InstalledApp> app = store.app(key);
    app.ifPresent(found -> {
      store.remove(found);
      farewell(found);
    });
    return app.isPresent();
  }

  Optional<String> pem(String kid) {
    return keys.pem(kid);
  }

  @Override
  public void close() {
    outbound.close();
  }

  private void farewell(InstalledApp app) {
    if (app.descriptor().at("/lifecycle/uninstalled").isTextual()) {
      try {
        lifecycle(app, "uninstalled");
      } catch (InstallFailed silent) {
        System.err.println(
            "sandbox: "
                + app.key()
                + " was not told that it is uninstalled: "
                + silent.getMessage());
      }
    }
  }

  /** The site's client key stays the same for as long as its address does. */
  private String clientKey() {
    return UUID.nameUUIDFromBytes(("sandbox jira " + address.base()).getBytes(UTF_8)).toString();
  }

  private InstalledApp drafted(String key, JsonNode descriptor, Optional<InstalledApp> before) {
    var secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    var credentials =
        new InstalledApp.Credentials(
            clientKey(),
            Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
            "712020:app-" + key);
    var properties = before.map(InstalledApp::properties).orElseGet(TreeMap::new);
    return new InstalledApp(key, credentials, descriptor, properties);
  }

  /** The app's user is an administrator when the app has the scope ADMIN (*assumed*). */
  private static Person user(InstalledApp app) {
    boolean admin = false;
    for (JsonNode scope : app.descriptor().path("scopes")) {
      admin |= scope.asText().equals("ADMIN");
    }
    var name = app.descriptor().path("name").asText(app.key());
    return new Person(app.credentials().accountId(), name, admin ? Role.ADMIN : Role.EDITOR, true);
  }

  private int lifecycle(InstalledApp app, String event) {
    var path = app.descriptor().at("/lifecycle/" + event).asText();
    var hash = QueryHash.of("POST", path, Map.of());
    var audience = app.descriptor().path("baseUrl").asText();
    var claims = new InstallKeys.Claims(app.credentials().clientKey(), audience, hash);
    var to = URI.create(app.baseUrl() + path);
    return outbound.post(to, "JWT " + keys.sign(claims), body(app, event));
  }

  private ObjectNode body(InstalledApp app, String event) {
    return Json.object()
        .put("key", app.key())
        .put("clientKey", app.credentials().clientKey())
        .put("sharedSecret", app.credentials().sharedSecret())
        .put("serverVersion", "100300")
        .put("pluginsVersion", "1001.0.0-SNAPSHOT")
        .put("baseUrl", address.base())
        .put("displayUrl", address.base())
        .put("productType", "jira")
        .put("description", "Sandbox Jira at " + address.base())
        .put("eventType", event);
  }
}
