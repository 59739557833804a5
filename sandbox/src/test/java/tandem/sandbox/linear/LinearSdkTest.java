package tandem.sandbox.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tandem.sandbox.linear.LinearRoom.Got;
import tandem.sandbox.linear.access.Limits;
import tandem.sandbox.linear.access.Limits.Hourly;

/** Linear's own JavaScript client and webhook client run against the sandbox, step by step. */
class LinearSdkTest {
  private static final String CALLBACK = "http://localhost:9/linear/callback";

  @Test
  void linearsOwnClientFindsNothingWrong() throws Exception {
    assumeTrue(
        Files.isDirectory(Path.of("node_modules/@linear/sdk")),
        "SKIPPED: the Linear SDK is not installed; run npm ci in sandbox/");
    Hourly one = new Hourly(1, 1000);
    try (LinearRoom room = new LinearRoom();
        LinearRoom few =
            new LinearRoom(LinearSettings.defaults().limited(new Limits(one, one, one)))) {
      String output =
          run(
              Map.of(
                  "LINEAR_API_URL", room.service.apiUrl().toString(),
                  "LINEAR_API_KEY", room.key,
                  "LINEAR_ACCESS_TOKEN", readOnlyToken(room),
                  "LINEAR_FEW_URL", few.service.apiUrl().toString(),
                  "LINEAR_FEW_KEY", few.key));
      System.out.println(output);
      assertThat(output).containsPattern("linear sdk: \\d{2,} steps, 0 failures");
      System.out.println("graphql validation errors: " + room.service.validationErrors());
      assertThat(room.service.validationErrors()).isZero();
    }
  }

  private static String run(Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder node =
        new ProcessBuilder("node", "src/test/js/linear/sdk.mjs").redirectErrorStream(true);
    node.environment().putAll(environment);
    Process process = node.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return output;
  }

  private static String readOnlyToken(LinearRoom room) {
    room.service.registerApplication(
        new OAuthApplication(
            new OAuthApplication.Client("Reader", "reader", "s3cret"),
            List.of(URI.create(CALLBACK)),
            OAuthApplication.Hook.onEverything(URI.create("http://localhost:9/hook"), "x")));
    String address = "redirect_uri=" + URLEncoder.encode(CALLBACK, StandardCharsets.UTF_8);
    String client = "client_id=reader&" + address;
    Got consent =
        room.form(
            room.service.authorizeUrl(),
            client + "&response_type=code&scope=read&decision=allow&userId=" + room.admin);
    String code =
        consent.raw().headers().firstValue("Location").orElseThrow().replaceAll(".*code=", "");
    return room.form(
            room.service.tokenUrl(),
            client + "&client_secret=s3cret&grant_type=authorization_code&code=" + code)
        .body()
        .path("access_token")
        .asText();
  }
}
