package tandem.app.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.app.fixture.ConnectWorld;
import tandem.app.fixture.Http;
import tandem.app.fixture.InstallKeys;
import tandem.app.fixture.Tenant;

/** The "hardened" column of what installs and uninstalls answer, by real calls. */
class InstallTest {
  private static ConnectWorld world;

  @BeforeAll
  static void start() {
    world = new ConnectWorld(Map.of());
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static int install(Tenant tenant, String token) {
    return Http.call(
            "POST", world.at("/installed"), token, tenant.event("installed", ConnectWorld.SITE))
        .statusCode();
  }

  private static JWTClaimsSet.Builder claims(Tenant tenant) {
    return world.lifecycleClaims(tenant, "/installed");
  }

  private static boolean isKnown(Tenant tenant) {
    String token = tenant.sign(world.pingClaims(tenant).build());
    return world.ping(token).statusCode() != 401;
  }

  @Test
  void aCorrectInstallIsAcceptedTheFirstTimeAndTheSecond() {
    Tenant tenant = Tenant.named("first-and-second");
    assertThat(world.install(tenant).statusCode()).isEqualTo(204);
    assertThat(world.install(tenant).statusCode()).isEqualTo(204);
    assertThat(isKnown(tenant)).isTrue();
  }

  @Test
  void anInstallWithoutATokenIsRefused() {
    Tenant tenant = Tenant.named("no-token");
    assertThat(install(tenant, "")).isEqualTo(401);
    assertThat(isKnown(tenant)).isFalse();
  }

  @Test
  void anInstallSignedWithASharedSecretIsRefused() {
    Tenant tenant = Tenant.named("symmetric");
    assertThat(install(tenant, tenant.sign(claims(tenant).build()))).isEqualTo(401);
    assertThat(isKnown(tenant)).isFalse();
  }

  @Test
  void anInstallUnderAnUnknownKeyIsRefused() {
    Tenant tenant = Tenant.named("unknown-key");
    String token = world.keys().sign("another-key", claims(tenant).build());
    assertThat(install(tenant, token)).isEqualTo(401);
    assertThat(isKnown(tenant)).isFalse();
  }

  @Test
  void anInstallForAnotherAppIsRefused() {
    Tenant tenant = Tenant.named("other-audience");
    assertThat(install(tenant, world.signed(claims(tenant).audience("https://other.example"))))
        .isEqualTo(401);
    assertThat(isKnown(tenant)).isFalse();
  }

  @Test
  void aFirstInstallWithAnotherRequestsQueryHashIsForbidden() {
    Tenant tenant = Tenant.named("wrong-hash");
    assertThat(install(tenant, world.signed(claims(tenant).claim("qsh", "0".repeat(64)))))
        .isEqualTo(403);
    assertThat(isKnown(tenant)).isFalse();
  }

  @Test
  void aFirstInstallWithoutAQueryHashIsForbidden() {
    Tenant tenant = Tenant.named("no-hash");
    assertThat(install(tenant, world.signed(claims(tenant).claim("qsh", null)))).isEqualTo(403);
    assertThat(isKnown(tenant)).isFalse();
  }

  @Test
  void oneTenantCannotPlantAnotherByItsFirstInstall() {
    Tenant victim = Tenant.named("victim");
    String attackers = world.signed(claims(victim).issuer("attacker"));
    assertThat(install(victim, attackers)).isEqualTo(403);
    assertThat(isKnown(victim)).isFalse();
  }

  @Test
  void aSecretTooShortForHs256IsForbidden() {
    Tenant tenant = new Tenant("short-secret", "only-31-characters-are-in-here-");
    assertThat(tenant.secret()).hasSize(31);
    assertThat(world.install(tenant).statusCode()).isEqualTo(403);
    String token = Tenant.named("x").sign(world.pingClaims(tenant).build());
    assertThat(world.ping(token).statusCode()).isEqualTo(401);
  }

  @Test
  void aReinstallWithAnotherRequestsQueryHashIsRefused() {
    Tenant tenant = Tenant.named("reinstall-hash");
    world.install(tenant);
    assertThat(install(tenant, world.signed(claims(tenant).claim("qsh", "0".repeat(64)))))
        .isEqualTo(401);
  }

  @Test
  void aReinstallSignedForAnUnknownTenantIsNotAccepted() {
    Tenant tenant = Tenant.named("reinstall-unknown");
    world.install(tenant);
    assertThat(install(tenant, world.signed(claims(tenant).issuer("nobody")))).isEqualTo(401);
  }

  @Test
  void oneKnownTenantCannotReinstallAnother() {
    Tenant one = Tenant.named("known-one");
    Tenant two = Tenant.named("known-two");
    world.install(one);
    world.install(two);
    assertThat(install(one, world.signed(claims(two)))).isEqualTo(403);
  }

  @Test
  void afterAReinstallOnlyTheNewSecretCounts() {
    Tenant old = Tenant.named("new-secret");
    Tenant renewed = old.withSecret("another-secret-of-more-than-32-characters");
    world.install(old);
    assertThat(world.install(renewed).statusCode()).isEqualTo(204);
    assertThat(world.ping(old.sign(world.pingClaims(old).build())).statusCode()).isEqualTo(401);
    assertThat(isKnown(renewed)).isTrue();
  }

  @Test
  void anUninstallKeepsTheRowAndDropsTheRights() {
    Tenant tenant = Tenant.named("leaver");
    world.install(tenant);
    assertThat(isKnown(tenant)).isTrue();
    assertThat(world.uninstall(tenant).statusCode()).isEqualTo(204);
    assertThat(isKnown(tenant)).isFalse();
    assertThat(world.install(tenant).statusCode()).isEqualTo(204);
    assertThat(isKnown(tenant)).isTrue();
  }

  @Test
  void anUninstallWithAnotherRequestsQueryHashIsRefused() {
    Tenant tenant = Tenant.named("uninstall-hash");
    world.install(tenant);
    String token =
        world.signed(world.lifecycleClaims(tenant, "/uninstalled").claim("qsh", "0".repeat(64)));
    int status =
        Http.call(
                "POST",
                world.at("/uninstalled"),
                token,
                tenant.event("uninstalled", ConnectWorld.SITE))
            .statusCode();
    assertThat(status).isEqualTo(401);
    assertThat(isKnown(tenant)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://shop.atlassian.net",
        "https://shop.atlassian.net.evil.example",
        "https://shop.atlassian.net:8443",
        "http://localhost:65001",
        "https://user@shop.atlassian.net",
        "https://shop.atlassian.net/path",
        "file:///etc/passwd",
        "ftp://shop.atlassian.net"
      })
  void aSiteThatIsNotAllowedIsForbidden(String baseUrl) {
    Tenant tenant = Tenant.named("site-" + Integer.toHexString(baseUrl.hashCode()));
    assertThat(world.lifecycle("/installed", tenant, baseUrl).statusCode()).isEqualTo(403);
    assertThat(isKnown(tenant)).isFalse();
  }

  @Test
  void anAllowedSuffixMayInstall() {
    Tenant tenant = Tenant.named("cloud-site");
    assertThat(world.lifecycle("/installed", tenant, "https://shop.atlassian.net").statusCode())
        .isEqualTo(204);
  }

  @Test
  void anExpiredInstallIsRefused() {
    Tenant tenant = Tenant.named("expired-install");
    Date past = Date.from(Instant.now().minusSeconds(3600));
    assertThat(install(tenant, world.signed(claims(tenant).expirationTime(past)))).isEqualTo(401);
    assertThat(install(tenant, world.keys().sign(InstallKeys.KNOWN, claims(tenant).build())))
        .isEqualTo(204);
  }
}
