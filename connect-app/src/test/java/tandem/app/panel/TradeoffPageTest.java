package tandem.app.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.app.fixture.ConnectWorld;
import tandem.app.fixture.Http;
import tandem.app.fixture.Tenant;

/** The iframe's page around the files that the build of the panels left in the class path. */
class TradeoffPageTest {
  private static final Tenant TENANT = Tenant.named("panel-tenant");
  private static final Pattern OWN_FILE = Pattern.compile("(?:src|href)=\"(/ui/[^\"]+)\"");
  private static final Map<String, String> SUFFIX = Map.of("br", ".br", "gzip", ".gz");
  private static ConnectWorld world;

  @BeforeAll
  static void start() {
    assumeTrue(
        PanelPages.class.getResource("/static/ui/.vite/manifest.json") != null,
        "SKIPPED: the panels were not built (-Dui.skip=true)");
    world = new ConnectWorld(Map.of());
    world.install(TENANT);
  }

  @AfterAll
  static void stop() {
    if (world != null) {
      world.close();
    }
  }

  private static HttpResponse<String> page() {
    String token = TENANT.sign(TENANT.contextClaims("somebody").build());
    return Http.call("GET", world.at("/panel/tradeoff?issueKey=SHOP-1&jwt=" + token), "", null);
  }

  @Test
  void thePageIsFramedByItsTenantOnlyAndRunsNoInlineScript() {
    HttpResponse<String> page = page();
    assertThat(page.statusCode()).isEqualTo(200);
    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertThat(policy)
        .contains("frame-ancestors " + ConnectWorld.SITE, "default-src 'none'")
        .containsPattern("script-src 'self' https://connect-cdn.atl-paas.net;");
    assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(page.body())
        .doesNotContainPattern("<script(?![^>]*(src=|type=\"application/json\"))");
  }

  @Test
  void everyFileThatThePageNamesIsThereAndCachedForEver() {
    List<String> files =
        OWN_FILE.matcher(page().body()).results().map(match -> match.group(1)).toList();
    assertThat(files).isNotEmpty();
    for (String file : files) {
      HttpResponse<String> answer = Http.call("GET", world.at(file), "", null);
      assertThat(answer.statusCode()).describedAs(file).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip"})
  void thePanelsScriptAndStyleComeAsTheBuildPackedThem(String coding) throws Exception {
    List<String> files =
        OWN_FILE
            .matcher(page().body())
            .results()
            .map(match -> match.group(1))
            .filter(file -> file.matches("/ui/assets/(tradeoff|shell)-.*"))
            .toList();
    assertThat(files).hasSize(4);
    for (String file : files) {
      var asked = HttpRequest.newBuilder(world.at(file)).header("Accept-Encoding", coding);
      HttpResponse<byte[]> answer =
          HttpClient.newHttpClient().send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.headers().firstValue("Content-Encoding"))
          .describedAs(file)
          .hasValue(coding);
      assertThat(answer.headers().allValues("Vary")).describedAs(file).contains("Accept-Encoding");
      try (var built =
          PanelPages.class.getResourceAsStream("/static" + file + SUFFIX.get(coding))) {
        assertThat(answer.body()).describedAs(file).isEqualTo(built.readAllBytes());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tradeoff", "acceptance", "impact", "project", "gadget"})
  void withoutATokenThereIsNoPage(String page) {
    assertThat(Http.call("GET", world.at("/panel/" + page), "", null).statusCode()).isEqualTo(401);
  }
}
