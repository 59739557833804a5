package tandem.app.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static tandem.app.panel.Documents.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.connect.Place;
import tandem.sandbox.jira.state.Person;

/** What a panel's page brings its script along, through a running app and a Jira. */
class FirstLookTest {
  private static final String READ = "GET /rest/api/3/issue/{issueIdOrKey}";
  private static final Pattern BLOCK =
      Pattern.compile("<script type=\"application/json\" id=\"brought-along\">([^<>&]*)</script>");
  private static TwinWorld world;
  private PanelClient panel;

  @BeforeAll
  static void start() {
    assumeTrue(
        PanelPages.class.getResource("/static/ui/.vite/manifest.json") != null,
        "SKIPPED: the panels were not built (-Dui.skip=true)");
    world = new TwinWorld();
    world.map();
  }

  @AfterAll
  static void stop() {
    if (world != null) {
      world.close();
    }
  }

  @BeforeEach
  void anIssue() {
    panel = new PanelClient(world, world.jira.hand().issue("SHOP", "Pay"), Cast.EDITOR);
  }

  private HttpResponse<String> page(String name, Person person, String issueKey) {
    Place place = Place.of(world.jira.store(), issueKey, "SHOP");
    String token = world.jira.contextToken(TwinWorld.APP, person, place);
    var asked = HttpRequest.newBuilder(world.at("/panel/" + name + "?jwt=" + token));
    return Http.send(asked.header("Accept-Encoding", "gzip"), "GET", null);
  }

  private JsonNode brought(String name, Person person) {
    HttpResponse<String> page = page(name, person, panel.issue().key());
    assertThat(page.statusCode()).isEqualTo(200);
    Matcher block = BLOCK.matcher(page.body());
    assertThat(block.find()).as(page.body()).isTrue();
    return json(block.group(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"acceptance", "impact", "tradeoff"})
  void aPanelsPageBringsTheAnswerOfTheApi(String name) {
    HttpResponse<String> api = panel.get(name);
    JsonNode brought = brought(name, Cast.EDITOR);
    JsonNode first = brought.at("/answers/0");
    assertThat(first.path("path").asText())
        .isEqualTo("/api/panel/issues/" + panel.issue().id() + "/" + name);
    assertThat(first.path("etag").asText()).isEqualTo(api.headers().firstValue("ETag").orElse(""));
    assertThat(first.path("body")).isEqualTo(Http.json(api));
    assertThat(brought.at("/place/issue/key").asText()).isEqualTo(panel.issue().key());
    assertThat(brought.at("/place/project/key").asText()).isEqualTo("SHOP");
  }

  @Test
  void thePageOfTradeoffsBringsTheBudgetToo() {
    JsonNode second = brought("tradeoff", Cast.EDITOR).at("/answers/1");
    assertThat(second.path("path").asText()).endsWith("/budget");
    assertThat(second.path("body")).isEqualTo(panel.read("budget"));
  }

  @Test
  void pageAndScriptTogetherReadTheIssueOnce() {
    world.settle();
    world.jira.calls().reset();
    JsonNode unused = brought("acceptance", Cast.EDITOR);
    assertThat(panel.get("acceptance").statusCode()).isEqualTo(200);
    assertThat(world.jira.calls().of("app", READ)).isEqualTo(1);
  }

  @Test
  void whoMayOnlyLookIsToldSoByThePageToo() {
    assertThat(brought("acceptance", Cast.VIEWER).at("/answers/0/body/mayEdit").asBoolean(true))
        .isFalse();
  }

  @Test
  void aHostileDocumentStaysWithinItsElement() {
    String hostile = "</script><script>window.pwned=1</script><!--";
    panel.property("tandem.impact", json("{'v':1,'problem':'" + hostile + "'}"));
    HttpResponse<String> page = page("impact", Cast.EDITOR, panel.issue().key());
    assertThat(page.body()).doesNotContain("window.pwned=1</script>", "<!--");
    assertThat(brought("impact", Cast.EDITOR).at("/answers/0/body/document/problem").asText())
        .isEqualTo(hostile);
  }

  @Test
  void whereJiraRefusesThePageComesWithoutAnAnswer() {
    world.settle();
    for (int attempt = 0; attempt < 2; attempt++) {
      world.jira.nemesis().next(READ, new Fault.ErrorBefore(503));
    }
    assertThat(brought("acceptance", Cast.EDITOR).path("answers")).isEmpty();
  }

  @Test
  void aSlowJiraKeepsNoPageBack() {
    world.settle();
    world.jira.nemesis().next(READ, new Fault.Stall(Duration.ofSeconds(8)));
    long begin = System.nanoTime();
    JsonNode brought = brought("acceptance", Cast.EDITOR);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
    assertThat(brought.path("answers")).isEmpty();
    assertThat(brought.at("/place/issue/key").asText()).isEqualTo(panel.issue().key());
  }

  @Test
  void aTokenOfNoIssueBringsNone() {
    HttpResponse<String> page = page("acceptance", Cast.EDITOR, "");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("\"answers\":[]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acceptance", "impact", "tradeoff"})
  void aPageWithSomebodysTextsIsNotKeptAndNotCompressed(String name) {
    HttpResponse<String> page = page(name, Cast.EDITOR, panel.issue().key());
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.headers().firstValue("Content-Encoding")).isEmpty();
  }
}
