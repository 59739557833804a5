package tandem.sandbox.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tandem.sandbox.fault.Nemesis;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.House;
import tandem.sandbox.http.Json;
import tandem.sandbox.http.Reply;
import tandem.sandbox.http.Routes;
import tandem.sandbox.http.SandboxServer;
import tandem.sandbox.jira.connect.QueryHash;

/** A Connect app that takes everything and remembers it. */
final class TinyApp implements AutoCloseable {
  final BlockingQueue<Call> lifecycle = new LinkedBlockingQueue<>();
  final BlockingQueue<Call> webhooks = new LinkedBlockingQueue<>();
  final AtomicInteger lifecycleStatus = new AtomicInteger(204);

  /** How many webhooks are refused with 503 before one is taken. */
  final AtomicInteger refusals = new AtomicInteger();

  private final List<String> scopes;
  private final SandboxServer server;

  TinyApp(String... scopes) {
    this.scopes = List.of(scopes);
    var routes =
        new Routes()
            .own("GET", "/atlassian-connect.json", call -> Reply.json(descriptor()))
            .own("POST", "/installed", this::lifecycle)
            .own("POST", "/uninstalled", this::lifecycle)
            .own("POST", "/hook/{event}", this::webhook);
    this.server = SandboxServer.start(0, routes, new Deaf(), new Nemesis(1));
  }

  URI descriptorUrl() {
    return URI.create(server.baseUrl() + "/atlassian-connect.json");
  }

  String baseUrl() {
    return server.baseUrl();
  }

  /** The next webhook, or a failure after five seconds. */
  Call heard() throws InterruptedException {
    var call = webhooks.poll(5, TimeUnit.SECONDS);
    if (call == null) {
      throw new AssertionError("no webhook within 5 s");
    }
    return call;
  }

  /** Calls the site's REST API with the JWT of this app; the query hash is for this very call. */
  RestClient.Answer call(JiraSite site, String method, String pathAndQuery, String json) {
    var uri = URI.create(site.baseUrl() + "/rest/api/3/" + pathAndQuery);
    var hash =
        QueryHash.of(method, uri.getRawPath(), tandem.sandbox.http.Query.parse(uri.getRawQuery()));
    return send(site, method, uri, token(site, hash, Instant.now().plusSeconds(120)), json);
  }

  RestClient.Answer send(JiraSite site, String method, URI uri, String token, String json) {
    var request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "JWT " + token)
            .header("X-Atlassian-Webhook-Trace", "trace-1");
    if (json.isEmpty()) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(json.replace('\'', '"')));
    }
    return RestClient.answer(request.build());
  }

  String token(JiraSite site, String hash, Instant expires) {
    return token(
        site.store().app("tiny").orElseThrow().credentials().sharedSecret(), hash, expires);
  }

  static String token(String secret, String hash, Instant expires) {
    try {
      var claims =
          new JWTClaimsSet.Builder()
              .issuer("tiny")
              .issueTime(new Date())
              .expirationTime(Date.from(expires))
              .claim("qsh", hash)
              .build();
      var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      jwt.sign(new MACSigner(secret));
      return jwt.serialize();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode descriptor() {
    var json = Json.object().put("key", "tiny").put("name", "Tiny").put("baseUrl", baseUrl());
    json.putObject("authentication").put("type", "jwt");
    json.putObject("apiMigrations").put("signed-install", true).put("context-qsh", true);
    json.putObject("lifecycle").put("installed", "/installed").put("uninstalled", "/uninstalled");
    json.set("scopes", Json.tree(scopes));
    var modules = json.putObject("modules");
    modules.set("webhooks", webhookModules());
    panel(
        modules.putArray("jiraIssueContents").addObject(),
        "tiny-panel",
        "/panel?issue={issue.key}");
    panel(modules.putArray("adminPages").addObject(), "tiny-admin", "/admin");
    panel(
        modules.putArray("jiraDashboardItems").addObject().put("configurable", true),
        "tiny-gadget",
        "/gadget?on={dashboard.id}&item={dashboardItem.id}&is={dashboardItem.key}"
            + "&view={dashboardItem.viewType}");
    return json;
  }

  private static void panel(ObjectNode module, String key, String url) {
    module.put("key", key).put("url", url).putObject("name").put("value", "Tiny " + key);
  }

  private static JsonNode webhookModules() {
    var hooks = Json.array();
    for (String event :
        List.of(
            "jira:issue_created",
            "jira:issue_updated",
            "jira:issue_deleted",
            "issue_property_set",
            "comment_created")) {
      hooks
          .addObject()
          .put("event", event)
          .put("url", "/hook/" + event.replace(':', '-'))
          .put("filter", "project = SHOP");
    }
    return hooks;
  }

  private Reply lifecycle(Call call) {
    lifecycle.add(call);
    return Reply.empty(lifecycleStatus.get());
  }

  private Reply webhook(Call call) {
    webhooks.add(call);
    return Reply.empty(refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0 ? 503 : 204);
  }

  @Override
  public void close() {
    server.close();
  }

  private static final class Deaf implements House {
    @Override
    public String caller(Call call) {
      return "site";
    }

    @Override
    public Reply limited(Call call, String reason) {
      return Reply.json(429, Map.of());
    }

    @Override
    public Reply broken(Call call, int status) {
      return Reply.empty(status);
    }
  }
}
