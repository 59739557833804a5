package tandem.sandbox.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sandbox.LinearSecrets;
import tandem.sandbox.Sandbox;
import tandem.sandbox.SandboxOptions;
import tandem.sandbox.jira.Cast;

/** The steps against the real sandbox and an app that only remembers what it was asked. */
class NewcomerTest {
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<String> said = new ArrayList<>();
  private HttpServer app;
  private Sandbox sandbox;
  private volatile boolean connected;
  private volatile boolean mapped;
  private volatile boolean forgetful;
  private volatile int mappingStatus = 200;

  @BeforeEach
  void start() throws IOException {
    app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    app.createContext("/", this::answer);
    app.start();
    var words = List.of("--jira-port", "0", "--linear-port", "0", "--app", base());
    sandbox = Sandbox.start(SandboxOptions.parse(words), new LinearSecrets("client", "webhook"));
  }

  @AfterEach
  void stop() {
    sandbox.close();
    app.stop(0);
  }

  private String base() {
    return "http://localhost:" + app.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var step = exchange.getRequestMethod() + " " + path;
    exchange.getRequestBody().readAllBytes();
    asked.add(step);
    connected |= path.equals("/linear/callback");
    mapped |= step.equals("PUT /api/admin/mappings/SHOP") && mappingStatus == 200;
    byte[] body = body(step).getBytes(UTF_8);
    exchange.sendResponseHeaders(status(step), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private int status(String step) {
    if (step.equals("POST /installed")) {
      forgetful = false;
    }
    if (forgetful && step.contains("/api/admin/")) {
      return 401;
    }
    return step.startsWith("PUT") ? mappingStatus : 200;
  }

  private String body(String step) {
    return switch (step) {
      case "GET /atlassian-connect.json" ->
          """
          {"key": "stub", "name": "Stub", "baseUrl": "%s", "authentication": {"type": "jwt"},
           "apiMigrations": {"signed-install": true}, "lifecycle": {"installed": "/installed"}, "modules": {}}
          """
              .formatted(base());
      case "GET /api/admin/linear" ->
          "{\"state\": \"%s\"}".formatted(connected ? "connected" : "none");
      case "POST /api/admin/linear/connect" -> "{\"authorizeUrl\": \"%s\"}".formatted(authorize());
      case "GET /api/admin/linear/teams" -> "{\"teams\": [{\"id\": \"t1\", \"key\": \"CHK\"}]}";
      case "GET /api/admin/mappings" ->
          mapped ? "{\"mappings\": [{\"project\": {\"key\": \"SHOP\"}}]}" : "{\"mappings\": []}";
      case "GET /api/admin/mappings/SHOP/backfill" ->
          "{\"state\": \"%s\"}"
              .formatted(
                  asked.contains("POST /api/admin/mappings/SHOP/backfill") ? "done" : "never");
      default -> "{}";
    };
  }

  private String authorize() {
    return "%s/oauth/authorize?client_id=%s&redirect_uri=%s/linear/callback&response_type=code&scope=read,write&state=s"
        .formatted(sandbox.linear().baseUrl(), Sandbox.CLIENT_ID, base());
  }

  private void run() throws InterruptedException {
    var at =
        new Newcomer.Addresses(
            URI.create(base()),
            URI.create(sandbox.jira().baseUrl()),
            URI.create(sandbox.linear().baseUrl()));
    var cast = new Newcomer.Cast(Cast.ADMIN.accountId(), Tale.PROJECT, Tale.TEAM);
    new Newcomer(at, cast, said::add).run(InstantSource.system(), new CountDownLatch(1));
  }

  @Test
  void theAppIsInstalledConnectedMappedAndBackfilledInThisOrder() throws Exception {
    run();

    assertThat(asked)
        .containsSubsequence(
            "GET /health",
            "POST /installed",
            "POST /api/admin/linear/connect",
            "GET /linear/callback",
            "PUT /api/admin/mappings/SHOP",
            "POST /api/admin/mappings/SHOP/backfill");
    assertThat(sandbox.jira().store().app("stub")).isPresent();
  }

  @Test
  void aSecondRunFindsEverythingDoneAndChangesNothing() throws Exception {
    run();
    asked.clear();
    asked.add("POST /api/admin/mappings/SHOP/backfill"); // what the app remembers of the first run

    run();

    assertThat(asked.subList(1, asked.size())).allMatch(step -> step.startsWith("GET "));
  }

  @Test
  void anAppThatHasLostItsDataIsInstalledAnew() throws Exception {
    run();
    asked.clear();
    forgetful = true;
    connected = false;
    mapped = false;

    run();

    assertThat(asked)
        .containsSubsequence(
            "POST /installed",
            "POST /api/admin/linear/connect",
            "PUT /api/admin/mappings/SHOP",
            "POST /api/admin/mappings/SHOP/backfill");
    assertThat(said).anyMatch(step -> step.contains("installed it anew"));
  }

  @Test
  void aStepThatFailsIsNamedWithItsCallAndItsAnswer() {
    mappingStatus = 409;

    assertThatThrownBy(this::run)
        .isInstanceOf(ScenarioFailed.class)
        .hasMessageContaining("PUT " + base() + "/api/admin/mappings/SHOP answered 409");
    assertThat(said).last().asString().contains("connected the sandbox's Linear");
  }
}
