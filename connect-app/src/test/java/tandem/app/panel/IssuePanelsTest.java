package tandem.app.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.app.panel.Documents.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
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
import tandem.sandbox.jira.jql.Jql;
import tandem.sandbox.jira.state.Issue;

/** The documents of the three panels, through a running app and a Jira. */
class IssuePanelsTest {
  private static final String READ = "GET /rest/api/3/issue/{issueIdOrKey}";
  private static final String WRITE =
      "PUT /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}";
  private static final String ONE = "{'v':1,'criteria':[{'id':'a','text':'Pays','met':false}]}";
  private static TwinWorld world;
  private PanelClient panel;

  @BeforeAll
  static void start() {
    world = new TwinWorld();
    world.map();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @BeforeEach
  void anIssue() {
    panel = on(world.jira.hand().issue("SHOP", "Pay by invoice", "budget:features", "urgent"));
  }

  private static PanelClient on(Issue issue) {
    return new PanelClient(world, issue, Cast.EDITOR);
  }

  private static void soon(Callable<Boolean> condition) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(60))
        .until(condition);
  }

  private static JsonNode saved(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
    return Http.json(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acceptance", "impact", "tradeoff"})
  void whereNothingIsStoredYetThereIsNoDocumentAndATagToSaveWith(String document) {
    HttpResponse<String> answer = panel.get(document);
    JsonNode shown = saved(answer);
    assertThat(answer.headers().firstValue("ETag")).hasValue("\"0\"");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(shown.path("issue"))
        .isEqualTo(
            json(
                "{'id':'%s','key':'%s','summary':'Pay by invoice','type':'Task',"
                        .formatted(panel.issue().id(), panel.issue().key())
                    + "'projectKey':'SHOP','started':false}"));
    assertThat(shown.path("me").asText()).isEqualTo(Cast.EDITOR.accountId());
    assertThat(shown.path("mayEdit").asBoolean()).isTrue();
    for (String absent : List.of("document", "unreadable", "twin")) {
      assertThat(shown.has(absent)).as(absent).isTrue();
      assertThat(shown.path(absent).isNull()).as(absent).isTrue();
    }
    assertThat(shown.path("project"))
        .isEqualTo(json("{'definitionOfDone':[],'templates':[],'slos':[]}"));
  }

  @Test
  void aSaveIsKeptInJiraAndAnsweredWithTheTagForTheNext() {
    HttpResponse<String> first = panel.put("acceptance", "0", json(ONE));
    assertThat(saved(first).at("/document/criteria/0/text").asText()).isEqualTo("Pays");
    assertThat(panel.property("tandem.acceptance").path("v").asInt()).isEqualTo(1);

    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(panel.tag("acceptance")).isEqualTo(tag);
    saved(panel.put("acceptance", tag, json(ONE.replace("Pays", "Buys"))));
    assertThat(panel.as(Cast.VIEWER).read("acceptance").at("/document/criteria/0/text").asText())
        .isEqualTo("Buys");
  }

  @Test
  void threePanelsAndAllWhoLookCostOneReadOfTheIssue() {
    world.settle();
    world.jira.calls().reset();
    var looks =
        IntStream.range(0, 12)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(() ->
                    panel
                        .as(i % 2 == 0 ? Cast.EDITOR : Cast.VIEWER)
                        .get(List.of("acceptance", "impact", "tradeoff").get(i % 3))))
            .toList();
    looks.forEach(look -> assertThat(look.join().statusCode()).isEqualTo(200));
    assertThat(world.jira.calls().of("app", READ)).isEqualTo(1);
    assertThat(world.jira.calls().of("app"))
        .as("a read, two people's rights, the settings")
        .isLessThanOrEqualTo(4);
  }

  @Test
  void whoSavesAfterSomebodyElseGetsTheirsAndOverwritesNothing() {
    saved(panel.put("acceptance", "0", json(ONE)));
    HttpResponse<String> late = panel.put("acceptance", "0", json(ONE.replace("Pays", "Mine")));
    assertThat(late.statusCode()).isEqualTo(412);
    JsonNode refusal = Http.json(late);
    assertThat(refusal.at("/current/document/criteria/0/text").asText()).isEqualTo("Pays");
    assertThat(refusal.at("/current/issue/key").asText()).isEqualTo(panel.issue().key());
    saved(panel.put("acceptance", refusal.path("etag").asText(), json(ONE)));
  }

  @Test
  void ofManyWhoSaveAtOnceExactlyOneWins() {
    var saves =
        IntStream.range(0, 8)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(
                    () -> panel.put("impact", "0", json("{'v':1,'problem':'P%d'}".formatted(i)))))
            .toList();
    List<Integer> statuses = saves.stream().map(save -> save.join().statusCode()).toList();
    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
  }

  @Test
  void whatIsWrittenPastTandemIsNoticedToo() {
    saved(panel.put("impact", "0", json("{'v':1,'problem':'Ours'}")));
    String tag = panel.tag("impact");
    panel.property("tandem.impact", json("{'v':1,'problem':'A script'}"));
    HttpResponse<String> late = panel.put("impact", tag, json("{'v':1,'problem':'Ours again'}"));
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(Http.json(late).at("/current/document/problem").asText()).isEqualTo("A script");
  }

  @Test
  void aWebhookOfAPropertyDropsWhatWasRead() {
    assertThat(panel.read("impact").path("document").isNull()).isTrue();
    panel.property("tandem.impact", json("{'v':1,'problem':'A script'}"));
    soon(() -> panel.read("impact").at("/document/problem").asText().equals("A script"));
  }

  @Test
  void aSaveWithoutSayingWhatWasSeenIsRefused() {
    assertThat(panel.call("PUT", "impact", Map.of(), json("{'v':1}")).statusCode()).isEqualTo(428);
  }

  @Test
  void aViewerSeesEverythingAndChangesNothing() {
    PanelClient viewer = panel.as(Cast.VIEWER);
    assertThat(viewer.read("acceptance").path("mayEdit").asBoolean()).isFalse();
    for (String document : List.of("acceptance", "impact", "tradeoff")) {
      HttpResponse<String> refused = viewer.put(document, "0", json("{'v':1}"));
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(Http.json(refused).path("title").asText()).isEqualTo("You may look, not edit");
    }
    assertThat(viewer.put("budget", "0", json("{'budget':null}")).statusCode()).isEqualTo(403);
    assertThat(viewer.put("decisions/d", "0", json("{'title':'T'}")).statusCode()).isEqualTo(403);
    assertThat(viewer.delete("decisions/d", "0").statusCode()).isEqualTo(403);
    assertThat(panel.property("tandem.acceptance").isMissingNode()).isTrue();
  }

  @Test
  void aTokenOpensItsOwnIssueOnly() {
    Issue other = world.jira.hand().issue("SHOP", "Another one");
    for (String what :
        List.of("acceptance", "impact", "tradeoff", "neighbours", "people?ids=a", "budget")) {
      assertThat(panel.call("GET", other.ref().id(), what, Map.of(), null).statusCode())
          .as(what)
          .isEqualTo(403);
    }
    for (String what : List.of("acceptance", "impact", "tradeoff", "budget", "decisions/d")) {
      assertThat(
              panel
                  .call("PUT", other.ref().id(), what, Map.of("If-Match", "0"), json("{'v':1}"))
                  .statusCode())
          .as(what)
          .isEqualTo(403);
    }
    assertThat(
            panel
                .call("DELETE", other.ref().id(), "decisions/d", Map.of("If-Match", "0"), null)
                .statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'v':2,'criteria':[]}",
        "{'criteria':[]}",
        "[]",
        "'text'",
        "null",
        "{'v':1,'criteria':{'a':1}}",
        "{'v':1,'story':[]}",
        "{'v':1,'criteria':[{'id':'a','text':'LONG'}]}"
      })
  void whatCannotBeReadIsShownAsUnreadableAndNeverOverwritten(String nonsense) {
    JsonNode stored = json(nonsense.replace("LONG", "x".repeat(32_000)));
    panel.property("tandem.acceptance", stored);
    JsonNode shown = panel.read("acceptance");
    assertThat(shown.path("document").isNull()).isTrue();
    assertThat(shown.path("unreadable").asText()).contains("cannot be read");

    HttpResponse<String> refused = panel.put("acceptance", panel.tag("acceptance"), json(ONE));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(panel.property("tandem.acceptance")).isEqualTo(stored);
  }

  @Test
  void aNewerVersionsMemberSurvivesASave() {
    panel.property("tandem.impact", json("{'v':1,'problem':'P','later':{'x':[1]}}"));
    saved(panel.put("impact", panel.tag("impact"), json("{'v':1,'problem':'Q'}")));
    assertThat(panel.property("tandem.impact").path("later")).isEqualTo(json("{'x':[1]}"));
    assertThat(panel.read("impact").path("document").has("later")).isFalse();
  }

  @Test
  void whatDoesNotFitIsRefusedWithHowMuchItIsTooLong() {
    ObjectNode big = (ObjectNode) json("{'v':1,'criteria':[]}");
    for (int i = 0; i < 40; i++) {
      big.withArray("criteria").addObject().put("id", "c" + i).put("text", "x".repeat(1_000));
    }
    HttpResponse<String> refused = panel.put("acceptance", "0", big);
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(Http.json(refused).path("detail").asText()).contains("too long");
    assertThat(panel.property("tandem.acceptance").isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1]", "{'v':1,'criteria':[{'id':'a'}]}", "{'v':2}"})
  void aBodyThatIsNoDocumentIsRefusedInWords(String body) {
    HttpResponse<String> refused = panel.put("acceptance", "0", body.replace('\'', '"'));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Http.json(refused).path("detail").asText()).isNotEmpty();
  }

  @Test
  void aChangeAfterWorkBeganIsMarkedWithWhoAndWhatItWas() {
    saved(panel.put("acceptance", "0", json(ONE)));
    world.jira.hand().transition(panel.issue().key(), "In Progress");
    soon(() -> panel.read("acceptance").at("/issue/started").asBoolean());
    JsonNode changed =
        saved(panel.put("acceptance", panel.tag("acceptance"), json(ONE.replace("Pays", "Buys"))));
    assertThat(changed.at("/document/criteria/0/changed/was").asText()).isEqualTo("Pays");
    assertThat(changed.at("/document/criteria/0/changed/by").asText())
        .isEqualTo(Cast.EDITOR.accountId());
    assertThat(panel.property("tandem.summary").at("/criteria/changed").asInt()).isEqualTo(1);
  }

  @Test
  void aJiraThatDoesNotAnswerIsSaidAndNothingIsKeptOfIt() {
    world.settle();
    for (int attempt = 0; attempt < 2; attempt++) {
      world.jira.nemesis().next(READ, new Fault.ErrorBefore(503));
    }
    HttpResponse<String> refused = panel.get("impact");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(Http.json(refused).path("title").asText()).isEqualTo("Jira did not answer");
    assertThat(panel.get("impact").statusCode()).isEqualTo(200);
  }

  @Test
  void aSaveWhoseAnswerIsLostIsRepeatedWithoutHarm() {
    world.settle();
    world.jira.nemesis().next(WRITE, new Fault.ErrorAfter(503));
    HttpResponse<String> lost = panel.put("impact", "0", json("{'v':1,'problem':'P'}"));
    assertThat(lost.statusCode()).isEqualTo(503);
    assertThat(Http.json(lost).path("detail").asText()).contains("not known");

    HttpResponse<String> again = panel.put("impact", "0", json("{'v':1,'problem':'P'}"));
    assertThat(again.statusCode()).isEqualTo(412);
    assertThat(Http.json(again).at("/current/document/problem").asText()).isEqualTo("P");
  }

  @Test
  void jqlFindsTheIssueByWhatIsInItsDocuments() {
    assertThat(found("tandemRisks is EMPTY")).contains(panel.issue().key());
    saved(panel.put("acceptance", "0", json(ONE)));
    saved(
        panel.put(
            "impact",
            "0",
            json(
                "{'v':1,'rating':{'impact':5,'effort':2},'slo':{'left':7},"
                    + "'feasibility':{'answer':'unsure'}}")));
    saved(
        panel.put(
            "tradeoff",
            "0",
            json(
                "{'v':1,'risks':[{'id':'a','kind':'timeline','text':'Late'},"
                    + "{'id':'b','kind':'requirements','text':'Which tax','settled':true}]}")));
    saved(
        panel.put(
            "decisions/d",
            "0",
            json(
                "{'title':'T','status':'proposed','reviewOn':'2020-01-01',"
                    + "'dissent':[{'who':'Mei','because':'We would run it for ever'}]}")));
    soon(() -> panel.property("tandem.summary").has("reviewOn"));
    for (String query :
        List.of(
            "tandemOpenCriteria > 0",
            "tandemCriteria = 1",
            "tandemLead > 0",
            "tandemImpact >= 4 AND tandemEffort <= 2",
            "tandemQuadrant = quick-win",
            "tandemFeasibility = unsure",
            "tandemSloLeft < 10",
            "tandemRisks = 1",
            "tandemDissent > 0",
            "tandemOpenDecisions > 0 AND tandemDissent > 0",
            "tandemReviewOn < now()",
            "tandemBudget = features")) {
      assertThat(found(query)).as(query).contains(panel.issue().key());
      assertThat(found("NOT (" + query + ")")).as(query).doesNotContain(panel.issue().key());
    }
  }

  private static List<String> found(String query) {
    return new Jql(world.jira.store(), InstantSource.system())
        .search(query, Cast.ADMIN).stream().map(Issue::key).toList();
  }

  @Test
  void aSaveThatChangesNothingWritesNothing() {
    saved(panel.put("impact", "0", json("{'v':1,'problem':'P'}")));
    world.settle();
    world.jira.calls().reset();
    saved(panel.put("impact", panel.tag("impact"), json("{'v':1,'problem':'P'}")));
    assertThat(world.jira.calls().of("app", WRITE)).isZero();
  }

  @Test
  void aLookMendsWhatIsMissingAndLeavesNoTraceWhereNobodyHasBegun() {
    saved(panel.put("acceptance", "0", json(ONE)));
    world.jira.hand().deleteProperty(panel.issue().key(), "tandem.summary");
    soon(() -> {
      panel.read("acceptance");
      return panel.property("tandem.summary").at("/criteria/open").asInt() == 1;
    });
    PanelClient untouched = on(world.jira.hand().issue("SHOP", "Nothing yet", "budget:features"));
    untouched.read("acceptance");
    world.settle();
    assertThat(untouched.property("tandem.summary").isMissingNode()).isTrue();
  }
}
