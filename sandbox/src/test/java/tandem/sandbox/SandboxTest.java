package tandem.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.sandbox.http.Json;

class SandboxTest {
  private static final LinearSecrets SECRETS = LinearSecrets.from(Map.of());
  private static final String TWINS =
      "{ issues(first: 100) { nodes { identifier url labels(first: 5) { nodes { name parent { name"
          + " } } } attachments(first: 5) { nodes { url } } } } }";

  private final HttpClient http = HttpClient.newHttpClient();

  private static Sandbox start(String... more) {
    var words = new ArrayList<>(List.of("--jira-port", "0", "--linear-port", "0"));
    words.addAll(List.of(more));
    return Sandbox.start(SandboxOptions.parse(words), SECRETS);
  }

  private HttpResponse<String> get(String url) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private List<JsonNode> twins(Sandbox sandbox) throws Exception {
    var people = get(sandbox.linear().baseUrl() + "/sandbox/people").body();
    var somebody = Json.MAPPER.readTree(people).get(0).path("userId").asText();
    List<JsonNode> twins = new ArrayList<>();
    sandbox.linear().ask(somebody, TWINS, Map.of()).at("/issues/nodes").forEach(twins::add);
    twins.removeIf(issue -> issue.at("/attachments/nodes").isEmpty());
    return twins;
  }

  @Test
  void twinsKnowEachOtherByAddressInBothTrackers() throws Exception {
    try (var sandbox = start()) {
      for (JsonNode twin : twins(sandbox)) {
        var browse = twin.at("/attachments/nodes/0/url").asText();
        assertThat(browse).startsWith(sandbox.jira().baseUrl() + "/browse/SHOP-");
        var key = browse.substring(browse.lastIndexOf('/') + 1);
        var links = sandbox.jira().store().issue(key).orElseThrow().annex().links();
        assertThat(links).hasSize(1);
        assertThat(links.getFirst().globalId()).isEqualTo(twin.path("url").asText());
      }
    }
  }

  @Test
  void seventeenTwinsDrawOnABudgetInLinear() throws Exception {
    try (var sandbox = start()) {
      assertThat(twins(sandbox)).hasSize(25);
      assertThat(twins(sandbox))
          .filteredOn(twin -> twin.at("/labels/nodes").findValuesAsText("name").contains("Budget"))
          .hasSize(17);
    }
  }

  @Test
  void aKeptSandboxTellsItsStoryOnce(@TempDir Path folder) throws Exception {
    try (var first = start("--state", folder.toString())) {
      first.jira().hand().summary("SHOP-1", "Changed before the restart");
    }
    try (var second = start("--state", folder.toString())) {
      assertThat(second.jira().store().issues()).hasSize(65);
      assertThat(twins(second)).hasSize(25);
      assertThat(second.jira().hand().read("SHOP-1").field("summary").asText())
          .isEqualTo("Changed before the restart");
    }
  }

  @Test
  void whereJirasHalfWasLostBothHalvesAreToldAnew(@TempDir Path folder) throws Exception {
    start("--state", folder.toString()).close();
    Files.delete(folder.resolve("jira.json"));

    try (var second = start("--state", folder.toString())) {
      assertThat(twins(second)).hasSize(25);
      assertThat(second.jira().store().issues()).hasSize(65);
    }
  }

  @Test
  void aTakenPortIsNamedInOneSentence() throws Exception {
    try (var first = start()) {
      var port = String.valueOf(URI.create(first.jira().baseUrl()).getPort());
      var words = List.of("--jira-port", "0", "--linear-port", port);

      assertThatThrownBy(() -> Sandbox.start(SandboxOptions.parse(words), SECRETS))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(port + " for Linear")
          .hasMessageEndingWith("--linear-port.");
    }
  }

  @Test
  void theRevisionGrowsWithEveryChangeAndOnlyThen() throws Exception {
    try (var sandbox = start()) {
      var changes = sandbox.jira().baseUrl() + "/sandbox/changes";
      var before = get(changes).body();
      assertThat(get(changes).body()).isEqualTo(before);

      sandbox.jira().hand().labels("SHOP-1", "new");

      assertThat(get(changes).body()).isNotEqualTo(before);
    }
  }

  @Test
  void pagesAreServedWithAPolicyAndFilesOutsideOfTheirFolderAreNot() throws Exception {
    try (var sandbox = start()) {
      var base = sandbox.jira().baseUrl();
      var page = get(base + "/browse/SHOP-1");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'self'")
          .doesNotContain("script-src");
      assertThat(get(base + "/sandbox/web/..%2fscenario/checkout-team.json").statusCode())
          .isGreaterThanOrEqualTo(400);
      assertThat(get(base + "/sandbox/web/jira/nothing.js").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aBrowserThatHasTheFileGetsNoSecondCopy() throws Exception {
    try (var sandbox = start()) {
      var uri = URI.create(sandbox.linear().baseUrl() + "/sandbox/web/linear/main.js");
      var first = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      var tag = first.headers().firstValue("ETag").orElseThrow();

      var again = HttpRequest.newBuilder(uri).header("If-None-Match", tag).build();

      assertThat(http.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
    }
  }
}
