package tandem.sandbox.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tandem.sandbox.fault.FaultPlan;
import tandem.sandbox.fault.HookFault;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.connect.InstallFailed;
import tandem.sandbox.jira.connect.Place;
import tandem.sandbox.jira.connect.QueryHash;
import tandem.sandbox.jira.state.InstalledApp;

class ConnectTest {
  private static final JiraSettings QUICK =
      JiraSettings.standard().retrying(List.of(Duration.ofMillis(20), Duration.ofMillis(20)));
  private final OpenApi openApi = OpenApi.strict();
  private final JiraSite site = JiraSite.start(QUICK);
  private final TinyApp app = new TinyApp("READ", "WRITE");

  ConnectTest() {
    site.witness(openApi::see);
    site.hand().project("SHOP", "Checkout team");
  }

  @AfterEach
  void everyShapeWasJiras() {
    app.close();
    site.close();
    assertThat(openApi.violations()).isEmpty();
  }

  @Test
  void anInstallIsSignedWithTheKeyOfTheKeyServer() throws Exception {
    InstalledApp installed = site.install(app.descriptorUrl());
    Call call = app.lifecycle.remove();
    var jwt = SignedJWT.parse(call.header("Authorization").orElseThrow().substring(4));
    var pem = get(site.keysUrl() + "/" + jwt.getHeader().getKeyID());
    assertThat(jwt.verify(new RSASSAVerifier(publicKey(pem)))).isTrue();
    var claims = jwt.getJWTClaimsSet();
    assertThat(claims.getAudience()).containsExactly(app.baseUrl());
    assertThat(claims.getStringClaim("qsh"))
        .isEqualTo(QueryHash.of("POST", "/installed", Map.of()));
    var body = call.json();
    assertThat(claims.getIssuer()).isEqualTo(body.path("clientKey").asText());
    assertThat(body.path("sharedSecret").asText())
        .isEqualTo(installed.credentials().sharedSecret())
        .hasSizeGreaterThanOrEqualTo(32);
    assertThat(body.path("baseUrl").asText()).isEqualTo(site.baseUrl());
  }

  @Test
  void anAppThatRefusesIsNotInstalled() {
    app.lifecycleStatus.set(401);
    assertThatThrownBy(() -> site.install(app.descriptorUrl()))
        .isInstanceOf(InstallFailed.class)
        .hasMessageContaining("401");
    assertThat(site.store().apps()).isEmpty();
  }

  @Test
  void aSecondInstallKeepsTheClientKeyAndChangesTheSecret() {
    var first = site.install(app.descriptorUrl()).credentials();
    var second = site.install(app.descriptorUrl()).credentials();
    assertThat(second.clientKey()).isEqualTo(first.clientKey());
    assertThat(second.sharedSecret()).isNotEqualTo(first.sharedSecret());
  }

  @Test
  void anUninstalledAppIsToldAndItsTokenIsWorthNothing() {
    var secret = site.install(app.descriptorUrl()).credentials().sharedSecret();
    var hash = QueryHash.of("GET", "/rest/api/3/myself", Map.of());
    var token = TinyApp.token(secret, hash, Instant.now().plusSeconds(60));
    assertThat(myself(token).status()).isEqualTo(200);
    assertThat(site.uninstall("tiny")).isTrue();
    assertThat(app.lifecycle.stream().map(Call::operation))
        .containsExactly("POST /installed", "POST /uninstalled");
    assertThat(myself(token).status()).isEqualTo(401);
  }

  @Test
  void aTokenMustBeForThisVeryCallSignedAndAlive() {
    var secret = site.install(app.descriptorUrl()).credentials().sharedSecret();
    var right = QueryHash.of("GET", "/rest/api/3/myself", Map.of());
    var wrong = QueryHash.of("GET", "/rest/api/3/field", Map.of());
    var soon = Instant.now().plusSeconds(60);
    assertThat(myself(TinyApp.token(secret, right, soon)).status()).isEqualTo(200);
    assertThat(myself(TinyApp.token(secret, wrong, soon)).status()).isEqualTo(401);
    assertThat(myself(TinyApp.token(secret, QueryHash.CONTEXT, soon)).status()).isEqualTo(401);
    assertThat(myself(TinyApp.token("x".repeat(40), right, soon)).status()).isEqualTo(401);
    var past = Instant.now().minusSeconds(120);
    assertThat(myself(TinyApp.token(secret, right, past)).status()).isEqualTo(401);
  }

  @Test
  void closedOperationsAndMissingScopesAreForbidden() {
    site.install(app.descriptorUrl());
    site.hand().issue("SHOP", "Pay by card");
    assertThat(app.call(site, "GET", "users/search", "").status()).isEqualTo(403);
    assertThat(app.call(site, "DELETE", "issue/SHOP-1", "").status()).isEqualTo(403);
    var search = "search/jql?jql=project%20%3D%20SHOP&fields=summary&fields=labels";
    assertThat(app.call(site, "GET", search, "").body().path("issues")).hasSize(1);
  }

  @Test
  void appPropertiesBelongToTheAppAlone() {
    site.install(app.descriptorUrl());
    var path = "../../atlassian-connect/1/addons/tiny/properties/state";
    var uri = URI.create(site.baseUrl() + "/rest/api/3/").resolve(path);
    var hash = QueryHash.of("PUT", uri.getPath(), Map.of());
    var token = app.token(site, hash, Instant.now().plusSeconds(60));
    assertThat(app.send(site, "PUT", uri, token, "{'a': 1}").status()).isEqualTo(201);
    var other = URI.create(uri.toString().replace("/tiny/", "/other/"));
    var forged =
        app.token(
            site, QueryHash.of("PUT", other.getPath(), Map.of()), Instant.now().plusSeconds(60));
    assertThat(app.send(site, "PUT", other, forged, "{'a': 1}").status()).isEqualTo(401);
  }

  @Test
  void aChangeIsToldToTheAppWithASignedWebhook() throws Exception {
    var installed = site.install(app.descriptorUrl());
    site.hand().issue("SHOP", "Pay by card", "web");
    site.hand().labels("SHOP-1", "web", "budget:features");
    var bodies = Map.of(1, app.heard(), 2, app.heard()).values().stream().toList();
    var update =
        bodies.stream()
            .filter(c -> c.name("event").equals("jira-issue_updated"))
            .findFirst()
            .orElseThrow();
    var jwt = SignedJWT.parse(update.header("Authorization").orElseThrow().substring(4));
    assertThat(jwt.verify(new MACVerifier(installed.credentials().sharedSecret()))).isTrue();
    assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo(installed.credentials().clientKey());
    assertThat(jwt.getJWTClaimsSet().getStringClaim("qsh"))
        .isEqualTo(QueryHash.of("POST", "/hook/jira-issue_updated", Map.of()));
    assertThat(update.header("X-Atlassian-Webhook-Identifier")).isPresent();
    assertThat(update.header("X-Atlassian-Webhook-Retry")).isEmpty();
    var item = update.json().at("/changelog/items/0");
    assertThat(item.path("toString").asText()).isEqualTo("budget:features web");
    assertThat(update.json().at("/issue/fields/labels")).hasSize(2);
  }

  @Test
  void theAppHearsOfItsOwnWriteWithItsOwnTrace() throws Exception {
    site.install(app.descriptorUrl());
    site.hand().issue("SHOP", "Pay by card");
    app.heard();
    app.call(site, "PUT", "issue/SHOP-1", "{'update': {'labels': [{'add': 'x'}]}}");
    assertThat(app.heard().header("X-Atlassian-Webhook-Trace")).contains("trace-1");
    app.call(site, "PUT", "issue/SHOP-1/properties/tandem.impact", "{'v': 1}");
    assertThat(app.heard().json().at("/property/key").asText()).isEqualTo("tandem.impact");
  }

  @Test
  void aWebhookIsRepeatedUntilItIsTaken() throws Exception {
    site.install(app.descriptorUrl());
    app.refusals.set(2);
    site.hand().issue("SHOP", "Pay by card");
    var first = app.heard();
    app.heard();
    var third = app.heard();
    assertThat(third.header("X-Atlassian-Webhook-Retry")).contains("2");
    assertThat(third.header("X-Atlassian-Webhook-Identifier"))
        .isEqualTo(first.header("X-Atlassian-Webhook-Identifier"));
  }

  @Test
  void aFilterKeepsOtherProjectsOut() throws Exception {
    site.install(app.descriptorUrl());
    site.hand().project("OTHER", "Another team");
    site.hand().issue("OTHER", "Not for the app");
    site.hand().issue("SHOP", "For the app");
    assertThat(app.heard().json().at("/issue/key").asText()).isEqualTo("SHOP-1");
    assertThat(app.webhooks).isEmpty();
  }

  @Test
  void theNemesisLosesDoublesAndReordersWebhooks() throws Exception {
    site.install(app.descriptorUrl());
    site.nemesis().set(FaultPlan.none().with(1, new HookFault.Lost()));
    site.hand().issue("SHOP", "Lost");
    site.nemesis().set(FaultPlan.none().with(1, new HookFault.Doubled()));
    site.hand().issue("SHOP", "Doubled");
    var twice = List.of(app.heard(), app.heard());
    assertThat(twice).allMatch(call -> call.json().at("/issue/key").asText().equals("SHOP-2"));
    site.nemesis().set(FaultPlan.none().with(1, new HookFault.Reordered()));
    site.hand().issue("SHOP", "Held back");
    site.nemesis().calm();
    site.hand().issue("SHOP", "Overtakes");
    assertThat(app.heard().json().at("/issue/key").asText()).isEqualTo("SHOP-4");
    assertThat(app.heard().json().at("/issue/key").asText()).isEqualTo("SHOP-3");
  }

  @Test
  void aFrameCarriesAContextTokenForItsPlaceAndPerson() throws Exception {
    var installed = site.install(app.descriptorUrl());
    site.hand().issue("SHOP", "Pay by card");
    var frames = browser("/sandbox/frames?location=issue&issueKey=SHOP-1", Cast.VIEWER.accountId());
    var frame = Json.parse(frames.getBytes(java.nio.charset.StandardCharsets.UTF_8)).get(0);
    assertThat(frame.path("url").asText()).startsWith(app.baseUrl() + "/panel?issue=SHOP-1&xdm_e=");
    var token = site.contextToken("tiny", Cast.VIEWER, Place.of(site.store(), "SHOP-1", ""));
    var jwt = SignedJWT.parse(token);
    assertThat(jwt.verify(new MACVerifier(installed.credentials().sharedSecret()))).isTrue();
    var claims = Json.tree(jwt.getJWTClaimsSet().getClaims());
    assertThat(claims.path("sub").asText()).isEqualTo(Cast.VIEWER.accountId());
    assertThat(claims.path("qsh").asText()).isEqualTo("context-qsh");
    assertThat(claims.at("/context/jira/issue/key").asText()).isEqualTo("SHOP-1");
    assertThat(claims.at("/context/jira/project/key").asText()).isEqualTo("SHOP");
  }

  @Test
  void adminPagesAreForAdministrators() throws Exception {
    site.install(app.descriptorUrl());
    assertThat(browser("/sandbox/frames?location=admin", Cast.EDITOR.accountId())).isEqualTo("[]");
    assertThat(browser("/sandbox/frames?location=admin", Cast.ADMIN.accountId()))
        .contains("tiny-admin");
  }

  private static RSAPublicKey publicKey(String pem) throws Exception {
    var body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(body));
    return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(encoded);
  }

  private RestClient.Answer myself(String token) {
    var uri = URI.create(site.baseUrl() + "/rest/api/3/myself");
    return app.send(site, "GET", uri, token, "");
  }

  private static String get(String url) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(url)).build();
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }

  private String browser(String path, String accountId) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(site.baseUrl() + path))
              .header("Cookie", "sandbox_user=" + accountId)
              .build();
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }
}
