package tandem.sandbox.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.linear.LinearRoom.Got;

/** The way in for an application, from the consent page to the end of its token. */
class OAuthTest {
  private static final String CALLBACK = "http://localhost:9/linear/callback";
  private final TestClock clock = new TestClock();
  private LinearRoom room;

  @BeforeEach
  void open() {
    room = new LinearRoom(LinearSettings.defaults().at(clock));
    room.service.registerApplication(
        new OAuthApplication(
            new OAuthApplication.Client("Tandem", "tandem-sandbox", "s3cret"),
            List.of(URI.create(CALLBACK)),
            OAuthApplication.Hook.onEverything(
                URI.create("http://localhost:9/hook"), "hook-secret")));
  }

  @AfterEach
  void close() {
    room.close();
  }

  private static Map<String, String> request(String... changes) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("client_id", "tandem-sandbox");
    fields.put("redirect_uri", CALLBACK);
    fields.put("response_type", "code");
    fields.put("scope", "read,write,admin");
    fields.put("state", "st&te");
    for (int i = 0; i < changes.length; i += 2) {
      fields.put(changes[i], changes[i + 1]);
    }
    return fields;
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private String location(Map<String, String> fields) {
    Got got = room.form(room.service.authorizeUrl(), form(fields));
    assertThat(got.status()).isEqualTo(303);
    return got.raw().headers().firstValue("Location").orElseThrow();
  }

  private String code(String... changes) {
    Map<String, String> fields = request(changes);
    fields.put("decision", "allow");
    fields.put("userId", room.admin);
    return location(fields).replaceAll(".*[?&]code=([^&]*).*", "$1");
  }

  private Got token(String... fields) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", "tandem-sandbox");
    form.put("client_secret", "s3cret");
    form.put("redirect_uri", CALLBACK);
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return room.form(room.service.tokenUrl(), form(form));
  }

  private Got redeemed(String... changes) {
    return token("grant_type", "authorization_code", "code", code(changes));
  }

  private Got viewer(String token) {
    return room.ask("Bearer " + token, "{ viewer { id app } }", Map.of());
  }

  @Test
  void theConsentPageNamesTheApplicationAndWhatItMayDo() {
    Got page =
        room.send(
            HttpRequest.newBuilder(
                    URI.create(
                        room.service.authorizeUrl() + "?" + form(request("state", "\"><b>"))))
                .build());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.raw().body())
        .contains("Tandem", "Administer the workspace", "Ada Admin")
        .doesNotContain("\"><b>");
  }

  @Test
  void anUnknownAddressIsNeverRedirectedTo() {
    Got page =
        room.send(
            HttpRequest.newBuilder(
                    URI.create(
                        room.service.authorizeUrl()
                            + "?"
                            + form(request("redirect_uri", "http://evil.example/"))))
                .build());
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.raw().headers().firstValue("Location")).isEmpty();
  }

  @Test
  void aPersonWhoDeclinesSendsTheApplicationAnError() {
    Map<String, String> fields = request();
    fields.put("decision", "deny");
    fields.put("userId", room.admin);
    assertThat(location(fields)).isEqualTo(CALLBACK + "?error=access_denied&state=st%26te");
  }

  @Test
  void onlyAnAdminGrantsTheScopeAdmin() {
    Map<String, String> fields = request();
    fields.put("decision", "allow");
    fields.put("userId", room.member);
    assertThat(room.form(room.service.authorizeUrl(), form(fields)).status()).isEqualTo(403);
  }

  @Test
  void aCodeIsGoodOnce() {
    String code = code();
    Got first = token("grant_type", "authorization_code", "code", code);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body().path("expires_in").asInt()).isEqualTo(86399);
    assertThat(first.body().path("scope").asText()).isEqualTo("admin read write");
    assertThat(
            viewer(first.body().path("access_token").asText()).data("viewer").path("id").asText())
        .isEqualTo(room.admin);
    Got second = token("grant_type", "authorization_code", "code", code);
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.body().path("error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void aWrongSecretIsAnInvalidClient() {
    Got got = token("grant_type", "authorization_code", "code", code(), "client_secret", "wrong");
    assertThat(got.status()).isEqualTo(401);
    assertThat(got.body().path("error").asText()).isEqualTo("invalid_client");
  }

  @Test
  void eachRefreshRotatesAndTheOldRefreshTokenIsRefused() {
    String old = redeemed().body().path("refresh_token").asText();
    Got fresh = token("grant_type", "refresh_token", "refresh_token", old);
    assertThat(fresh.status()).isEqualTo(200);
    assertThat(fresh.body().path("refresh_token").asText()).isNotEqualTo(old);
    assertThat(viewer(fresh.body().path("access_token").asText()).status()).isEqualTo(200);
    assertThat(
            token("grant_type", "refresh_token", "refresh_token", old)
                .body()
                .path("error")
                .asText())
        .isEqualTo("invalid_grant");
  }

  @Test
  void aRefreshWhoseAnswerIsLostHasSpentTheToken() {
    String old = redeemed().body().path("refresh_token").asText();
    room.service.nemesis().next("POST /oauth/token", new Fault.ErrorAfter(502));
    String[] refresh = {"grant_type", "refresh_token", "refresh_token", old};
    assertThat(token(refresh).status()).isEqualTo(502);
    assertThat(token(refresh).body().path("error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void aRefreshThatBreaksBeforehandLeavesTheTokenGood() {
    String old = redeemed().body().path("refresh_token").asText();
    room.service.nemesis().next("POST /oauth/token", new Fault.ErrorBefore(503));
    String[] refresh = {"grant_type", "refresh_token", "refresh_token", old};
    assertThat(token(refresh).status()).isEqualTo(503);
    assertThat(token(refresh).status()).isEqualTo(200);
  }

  @Test
  void anAccessTokenLastsADay() {
    String access = redeemed().body().path("access_token").asText();
    clock.pass(Duration.ofHours(23));
    assertThat(viewer(access).status()).isEqualTo(200);
    clock.pass(Duration.ofHours(1));
    Got late = viewer(access);
    assertThat(late.status()).isEqualTo(401);
    assertThat(late.code()).isEqualTo("AUTHENTICATION_ERROR");
  }

  @Test
  void aRevokedTokenIsRefusedAndItsRefreshTokenToo() {
    Got tokens = redeemed();
    String access = tokens.body().path("access_token").asText();
    assertThat(room.form(room.service.revokeUrl(), "token=" + access).status()).isEqualTo(200);
    assertThat(viewer(access).status()).isEqualTo(401);
    String refresh = tokens.body().path("refresh_token").asText();
    assertThat(token("grant_type", "refresh_token", "refresh_token", refresh).status())
        .isEqualTo(400);
  }

  @Test
  void aProofKeyMustFit() throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest("the verifier".getBytes(StandardCharsets.US_ASCII));
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    String[] pkce = {"code_challenge", challenge, "code_challenge_method", "S256"};
    Got wrong =
        token("grant_type", "authorization_code", "code", code(pkce), "code_verifier", "another");
    assertThat(wrong.body().path("error").asText()).isEqualTo("invalid_grant");
    Got right =
        token(
            "grant_type",
            "authorization_code",
            "code",
            code(pkce),
            "code_verifier",
            "the verifier");
    assertThat(right.status()).isEqualTo(200);
  }

  @Test
  void aScopeThatWasNotGrantedIsMissed() {
    String access = redeemed("scope", "read").body().path("access_token").asText();
    Got got =
        room.ask(
            "Bearer " + access,
            "mutation { issueCreate(input: {title: \"x\", teamId: \""
                + room.team
                + "\"}) { success } }",
            Map.of());
    assertThat(got.code()).isEqualTo("FORBIDDEN");
  }

  @Test
  void anApplicationInItsOwnNameHasAUserOfItsOwn() {
    String access = redeemed("actor", "app").body().path("access_token").asText();
    assertThat(viewer(access).data("viewer").path("app").asBoolean()).isTrue();
    Got issue =
        room.ask(
            "Bearer " + access,
            "mutation { issueCreate(input: {title: \"x\", createAsUser: \"Jo\", teamId: \""
                + room.team
                + "\"}) { issue { creator { id } botActor { name userDisplayName } } } }",
            Map.of());
    var made = issue.data("issueCreate").path("issue");
    assertThat(made.path("creator").isNull()).isTrue();
    assertThat(made.path("botActor").path("name").asText()).isEqualTo("Tandem");
    assertThat(made.path("botActor").path("userDisplayName").asText()).isEqualTo("Jo");
  }

  @Test
  void aKeyWithBearerIsToldToGoWithout() {
    Got got = room.ask("Bearer " + room.key, "{ viewer { id } }", Map.of());
    assertThat(got.status()).isEqualTo(400);
    assertThat(got.error()).contains("Remove the Bearer prefix");
  }

  @Test
  void nobodyIsRefusedWith401() {
    Got got = room.ask("", "{ viewer { id } }", Map.of());
    assertThat(got.status()).isEqualTo(401);
    assertThat(got.code()).isEqualTo("AUTHENTICATION_ERROR");
  }

  @Test
  void theFirstGrantMakesTheApplicationsWebhookAndTheLastRevocationTakesItAway() {
    String webhooks = "{ webhooks { nodes { url label enabled } } }";
    redeemed();
    redeemed();
    assertThat(room.ask(webhooks).data("webhooks").path("nodes")).hasSize(1);
    room.service.removeApplication("tandem-sandbox");
    assertThat(room.ask(webhooks).data("webhooks").path("nodes")).isEmpty();
  }

  @Test
  void aPersonWhoSignedInUsesTheApiByCookie() {
    Got signedIn =
        room.send(
            HttpRequest.newBuilder(URI.create(room.service.baseUrl() + "/sandbox/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"userId\":\"" + room.member + "\"}"))
                .build());
    String cookie =
        signedIn.raw().headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    Got viewer =
        room.send(
            HttpRequest.newBuilder(room.service.apiUrl())
                .header("Content-Type", "application/json")
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ viewer { id } }\"}"))
                .build());
    assertThat(viewer.data("viewer").path("id").asText()).isEqualTo(room.member);
  }
}
