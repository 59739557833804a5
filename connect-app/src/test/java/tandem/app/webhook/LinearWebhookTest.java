package tandem.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.AppUnderTest;
import tandem.app.fixture.Http;

/** What the app answers to webhooks, signed here and not by the sandbox. */
class LinearWebhookTest {
  private static final String SECRET = "webhook-secret-of-this-test";
  private static AppUnderTest app;

  @BeforeAll
  static void start() {
    app =
        AppUnderTest.start(
            Map.of(
                "TANDEM_LINEAR_CLIENT_ID", "client",
                "TANDEM_LINEAR_CLIENT_SECRET", "client-secret",
                "TANDEM_LINEAR_WEBHOOK_SECRET", SECRET));
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static String body(Duration age) {
    long sentAt = Instant.now().minus(age).toEpochMilli();
    return "{\"action\":\"update\",\"type\":\"Cycle\",\"data\":{\"webhookTimestamp\":1},"
        + "\"organizationId\":\"o\",\"webhookTimestamp\":"
        + sentAt
        + "}";
  }

  private static String sign(String body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int post(String body, String signature) {
    var request =
        HttpRequest.newBuilder(app.url().resolve("/webhooks/linear"))
            .header("Linear-Signature", signature);
    return Http.send(request, "POST", body).statusCode();
  }

  @Test
  void aFreshSignedEventThatWeDoNotKnowIsIgnoredWith200() {
    String body = body(Duration.ZERO);
    assertThat(post(body, sign(body, SECRET))).isEqualTo(200);
  }

  @Test
  void aWrongSignatureIsRefused() {
    String body = body(Duration.ZERO);
    assertThat(post(body, sign(body, "another-secret"))).isEqualTo(401);
    assertThat(post(body + " ", sign(body, SECRET))).isEqualTo(401);
    assertThat(post(body, sign(body, SECRET).toUpperCase(Locale.ROOT))).isEqualTo(401);
    assertThat(post(body, "x")).isEqualTo(401);
  }

  @Test
  void anEventOlderThanAMinuteIsRefused() {
    String old = body(Duration.ofSeconds(61));
    assertThat(post(old, sign(old, SECRET))).isEqualTo(401);
    String justInTime = body(Duration.ofSeconds(50));
    assertThat(post(justInTime, sign(justInTime, SECRET))).isEqualTo(200);
  }

  @Test
  void anEventFromTheFutureIsRefused() {
    String early = body(Duration.ofSeconds(-70));
    assertThat(post(early, sign(early, SECRET))).isEqualTo(401);
  }

  @Test
  void anEventWithoutItsTimeIsRefused() {
    String body = "{\"action\":\"update\",\"type\":\"Cycle\"}";
    assertThat(post(body, sign(body, SECRET))).isEqualTo(401);
  }

  @Test
  void aSignedBodyThatIsNotJsonIsABadRequest() {
    assertThat(post("not json", sign("not json", SECRET))).isEqualTo(400);
  }

  @Test
  void anEventOfMoreThanAMebibyteIsDroppedWithoutMakingLinearGiveUpTheWebhook() {
    String large = "x".repeat(1024 * 1024 + 1);
    assertThat(post(large, "x")).isEqualTo(200);
    assertThat(post(large.substring(2), "x")).isEqualTo(401);
  }

  @Test
  void anyOtherBodyOfMoreThanAMebibyteIsTooLarge() {
    URI url = app.url().resolve("/webhooks/jira");
    assertThat(Http.call("POST", url, "", "x".repeat(1024 * 1024 + 1)).statusCode()).isEqualTo(413);
  }

  @Test
  void aLargeBodyWhoseLengthIsNotStatedIsTooLargeToo() {
    URI url = app.url().resolve("/webhooks/linear");
    assertThat(Http.chunked(url, "x".repeat(1024 * 1024 + 1))).isEqualTo(413);
  }
}
