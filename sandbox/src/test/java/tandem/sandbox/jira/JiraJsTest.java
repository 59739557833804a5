package tandem.sandbox.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that we did not write run against the site; Atlassian's description judges each call. */
class JiraJsTest {
  private final OpenApi openApi = OpenApi.strict();

  @BeforeEach
  void clientsAreInstalled() {
    assumeTrue(
        Files.isDirectory(Path.of("node_modules/jira.js-6")),
        "SKIPPED: jira.js is not installed; run npm ci in sandbox/");
  }

  @Test
  void aClientWithStrictSchemasFindsNothingWrong() throws Exception {
    try (var site = JiraSite.start(JiraSettings.standard())) {
      site.witness(openApi::see);
      site.hand().project("SHOP", "Checkout team");
      var said = run("strict.mjs", Map.of("JIRA_URL", site.baseUrl()));
      assertThat(said)
          .containsPattern("strict schemas: 4\\d steps, 0 failures, 0 schema violations");
    }
    judged();
  }

  @Test
  void aConnectClientIsWelcomeWithItsOwnSignatures() throws Exception {
    try (var app = new TinyApp("READ", "WRITE");
        var site = JiraSite.start(JiraSettings.standard().retrying(List.of()))) {
      site.witness(openApi::see);
      site.hand().project("SHOP", "Checkout team");
      site.hand().issue("SHOP", "Say a*b & c~d", "web", "budget:features");
      var secret = site.install(app.descriptorUrl()).credentials().sharedSecret();
      var said = run("connect.mjs", Map.of("JIRA_URL", site.baseUrl(), "JIRA_SECRET", secret));
      assertThat(said).containsPattern("Connect JWT: 13 steps, 0 failures");
    }
    judged();
  }

  private void judged() {
    System.out.printf(
        "openapi: %d exchanges, %d violations%n", openApi.seen(), openApi.violations().size());
    assertThat(openApi.violations()).isEmpty();
  }

  private static String run(String script, Map<String, String> environment)
      throws IOException, InterruptedException {
    var node = new ProcessBuilder("node", "src/test/js/jira/" + script).redirectErrorStream(true);
    var all = new HashMap<>(environment);
    node.environment().putAll(all);
    var process = node.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    System.out.println(said.strip());
    return said;
  }
}
