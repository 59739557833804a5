package tandem.app.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.ConnectWorld;
import tandem.app.fixture.Http;
import tandem.app.fixture.Tenant;

/** The "hardened" column of what signed calls answer, by real calls. */
class CallerTokenTest {
  private static final Tenant TENANT = Tenant.named("caller");
  private static final Tenant OTHER = Tenant.named("other-caller");
  private static ConnectWorld world;

  @BeforeAll
  static void start() {
    world = new ConnectWorld(Map.of());
    assertThat(world.install(TENANT).statusCode()).isEqualTo(204);
    assertThat(world.install(OTHER).statusCode()).isEqualTo(204);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static int ping(JWTClaimsSet.Builder claims) {
    return world.ping(TENANT.sign(claims.build())).statusCode();
  }

  private static JWTClaimsSet.Builder claims() {
    return world.pingClaims(TENANT);
  }

  private static Date inSeconds(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  @Test
  void theRightTokenIsAcceptedInTheHeaderAndInTheAddress() {
    String token = TENANT.sign(claims().build());
    assertThat(world.ping(token).statusCode()).isEqualTo(200);
    URI withToken = world.at("/webhooks/jira?jwt=" + token);
    assertThat(Http.call("POST", withToken, "", "{\"webhookEvent\":\"x\"}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void noTokenIsRefused() {
    assertThat(world.ping("").statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenOfAnotherRequestIsRefused() {
    assertThat(ping(claims().claim("qsh", "0".repeat(64)))).isEqualTo(401);
  }

  @Test
  void aPanelsTokenIsRefusedByAnEndpointThatIsNotAPanels() {
    assertThat(ping(TENANT.contextClaims("somebody"))).isEqualTo(401);
  }

  @Test
  void aRequestsTokenIsRefusedByAPanel() {
    URI panel = world.at("/api/panel/issues/10001/budget");
    String token = TENANT.sign(TENANT.claims("GET", panel).build());
    assertThat(Http.call("GET", panel, token, null).statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenWithoutAQueryHashIsRefusedByBothKinds() {
    assertThat(ping(claims().claim("qsh", null))).isEqualTo(401);
    String token = TENANT.sign(TENANT.contextClaims("somebody").claim("qsh", null).build());
    URI panel = world.at("/api/panel/issues/10001/budget");
    assertThat(Http.call("GET", panel, token, null).statusCode()).isEqualTo(401);
  }

  @Test
  void anotherTenantsSecretIsRefused() {
    assertThat(world.ping(OTHER.sign(claims().build())).statusCode()).isEqualTo(401);
  }

  @Test
  void anUnknownIssuerIsRefused() {
    assertThat(ping(claims().issuer("nobody"))).isEqualTo(401);
  }

  @Test
  void aTokenIsAcceptedSecondsAfterItsEndAndNotAnHourAfter() {
    assertThat(ping(claims().expirationTime(inSeconds(-10)))).isEqualTo(200);
    assertThat(ping(claims().expirationTime(inSeconds(-3600)))).isEqualTo(401);
  }

  @Test
  void aTokenWithoutAnEndIsRefused() {
    assertThat(ping(claims().expirationTime(null))).isEqualTo(401);
  }

  @Test
  void anUnsignedTokenIsRefused() {
    assertThat(world.ping(new PlainJWT(claims().build()).serialize()).statusCode())
        .isBetween(400, 401);
  }

  @Test
  void aForgeTokenIsNoConnectToken() {
    var request =
        HttpRequest.newBuilder(world.at("/webhooks/jira"))
            .header("Authorization", "Bearer " + TENANT.sign(claims().build()));
    assertThat(Http.send(request, "POST", "{}").statusCode()).isEqualTo(401);
  }
}
