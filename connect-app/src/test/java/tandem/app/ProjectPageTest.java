package tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.app.fixture.AppUnderTest;
import tandem.app.fixture.Http;
import tandem.app.fixture.SharedKeys;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.Hand;
import tandem.sandbox.jira.JiraSettings;
import tandem.sandbox.jira.JiraSite;
import tandem.sandbox.jira.connect.Place;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.Person;

/** The project's page, asked through its API: real servers, and people at the page. */
class ProjectPageTest {
  private static final JiraSite STRANGER = JiraSite.start(JiraSettings.standard().seeded(2));
  private static final String SEARCH = "POST /rest/api/3/search/jql";
  private static final int MANY = 2_000;

  private static TwinWorld world;
  private static SharedKeys keys;

  @BeforeAll
  static void start() {
    STRANGER.hand().project("SHOP", "Somebody else's");
    STRANGER.hand().issue("SHOP", "Not yours");
    world = new TwinWorld(ProjectPageTest::startForBoth);
    Hand hand = world.jira.hand();
    hand.project("BIG", "Thousands");
    for (int i = 0; i < MANY; i++) {
      hand.issue("BIG", "Issue " + i);
    }
    world.map();
    STRANGER.install(world.at("/atlassian-connect.json"));
  }

  private static AutoCloseable startForBoth(int port, Map<String, String> environment) {
    Map<String, String> both = new HashMap<>(environment);
    keys = new SharedKeys(List.of(environment.get("TANDEM_CONNECT_KEYS_URL"), STRANGER.keysUrl()));
    both.put("TANDEM_CONNECT_KEYS_URL", keys.url());
    both.merge(
        "TANDEM_ALLOWED_JIRA_HOSTS",
        URI.create(STRANGER.baseUrl()).getAuthority(),
        (one, other) -> one + "," + other);
    return AppUnderTest.start(port, both);
  }

  @AfterAll
  static void stop() {
    world.close();
    STRANGER.close();
    keys.close();
  }

  @Test
  void peopleSeeAndCountOnlyWhatTheyMayBrowse() {
    hand().project("SEC", "With secrets");
    closed("SEC", "Open secret", "budget:features");
    Issue hidden = closed("SEC", "Real secret", "budget:system-health");
    hand().edit(hidden.key(), Map.of("security", TextNode.valueOf("10000")));
    Issue listed = hand().issue("SEC", "To be done");
    Issue secret = hand().issue("SEC", "To be done in secret");
    hand().edit(secret.key(), Map.of("security", TextNode.valueOf("10000")));
    hand().property(secret.key(), "tandem.decisions", digest("use-x", "Use X"));

    assertThat(Http.json(get(Cast.ADMIN, "SEC", "budget")).at("/counted/jira").asInt())
        .isEqualTo(2);
    assertThat(Http.json(get(Cast.VIEWER, "SEC", "budget")).at("/counted/jira").asInt())
        .isEqualTo(1);
    assertThat(keysOf(get(Cast.ADMIN, "SEC", "matrix"))).hasSize(2);
    assertThat(keysOf(get(Cast.VIEWER, "SEC", "matrix"))).containsExactly(listed.key());
    assertThat(Http.json(get(Cast.ADMIN, "SEC", "decisions")).path("decisions")).hasSize(1);
    assertThat(Http.json(get(Cast.VIEWER, "SEC", "decisions")).path("decisions")).isEmpty();
    assertThat(get(Cast.VIEWER, "SEC", "decisions/export?format=csv").body())
        .doesNotContain("Use X");
    assertThat(rate(Cast.EDITOR, "SEC", secret, 1, 1).statusCode()).isEqualTo(404);
  }

  @Test
  void manyReadersAtOnceCostOneReadOfJira() throws Exception {
    hand().project("CROWD", "Crowd");
    hand().issue("CROWD", "One");
    world.jira.calls().reset();
    List<Callable<Integer>> readers = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      Person person = List.of(Cast.ADMIN, Cast.EDITOR, Cast.VIEWER).get(i % 3);
      String page = List.of("matrix", "decisions", "warnings", "budget").get(i % 4);
      readers.add(() -> get(person, "CROWD", page).statusCode());
    }
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> answer : crowd.invokeAll(readers)) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }
    assertThat(world.jira.calls().of("app", SEARCH)).isEqualTo(1);
  }

  @Test
  void twoThousandIssuesAreReadPageByPageAndAllOfThemShown() {
    world.jira.calls().reset();
    JsonNode matrix = Http.json(get(Cast.EDITOR, "BIG", "matrix"));
    assertThat(matrix.path("issues")).hasSize(MANY);
    assertThat(matrix.path("complete").asBoolean()).isTrue();
    assertThat(matrix.at("/issues/0/key").asText()).isEqualTo("BIG-" + MANY);
    assertThat(world.jira.calls().of("app", SEARCH)).isEqualTo(MANY / 100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"matrix", "decisions", "warnings", "budget", "decisions/export?format=csv"})
  void aTokenOfAnotherProjectOpensNothing(String page) {
    hand().project("O" + Math.floorMod(page.hashCode(), 1_000), "Other");
    String token = token(Cast.ADMIN, "O" + Math.floorMod(page.hashCode(), 1_000));
    URI url = world.at("/api/project/BIG/" + page);
    assertThat(Http.call("GET", url, token, null).statusCode()).isEqualTo(403);
    assertThat(Http.call("GET", url, "", null).statusCode()).isEqualTo(401);
  }

  @Test
  void aDashboardsTokenOpensTheBudgetOfAProjectThatThePersonMayBrowseAndNothingElse() {
    hand().project("DASH", "Dashboard");
    String token = world.jira.contextToken(TwinWorld.APP, Cast.VIEWER, Place.NOWHERE);
    assertThat(status("/api/project/DASH/budget", token)).isEqualTo(200);
    assertThat(status("/api/project/NONE/budget", token)).isEqualTo(404);
    assertThat(status("/api/project/DASH/matrix", token)).isEqualTo(403);
  }

  @Test
  void anIssueInBothTrackersCountsOnceAndOneThatOnlyLinearHasCounts() {
    Issue both = closed("SHOP", "In both", "budget:features");
    world.admin(
        "POST", "links", Map.of("jira", both.key(), "linear", linear("In both", "features", true)));
    linear("Only in Linear", "system-health", true);
    linear("Open in Linear", "system-health", false);
    closed("SHOP", "Untagged");

    JsonNode report = Http.json(get(Cast.VIEWER, "SHOP", "budget?by=week&measure=count"));

    assertThat(report.path("why").asText(null)).isNull();
    assertThat(report.path("counted"))
        .isEqualTo(
            Json.object()
                .put("jira", 2)
                .put("linearOnly", 1)
                .put("linked", 1)
                .put("withoutEstimate", 3));
    assertThat(report.at("/total/parts/0/issues").asInt()).isEqualTo(1);
    assertThat(report.at("/total/parts/1/issues").asInt()).isEqualTo(1);
    assertThat(report.at("/total/untagged/issues").asInt()).isEqualTo(1);
    assertThat(report.at("/verdict/1/share").asDouble()).isEqualTo(50);
    JsonNode debt = report.path("debt");
    assertThat(debt.path(debt.size() - 1).path("left").asDouble()).isEqualTo(1);
    assertThat(debt.path(debt.size() - 1).path("paid").asDouble()).isEqualTo(1);
  }

  @Test
  void aPausedMappingIsReportedOnWithoutLinearAndSaysSo() {
    hand().project("PAU", "Paused");
    closed("PAU", "In Jira", "budget:features");
    Map<String, Object> rules = new HashMap<>(world.rules());
    rules.put("linearTeamId", world.linear.seed().team("PAU", "Paused"));
    assertThat(world.admin("PUT", "mappings/PAU", rules).statusCode()).isEqualTo(200);
    assertThat(world.admin("POST", "mappings/PAU/pause", null).statusCode()).isEqualTo(204);

    JsonNode report = Http.json(get(Cast.VIEWER, "PAU", "budget"));

    assertThat(report.path("complete").asBoolean()).isFalse();
    assertThat(report.path("why").asText())
        .startsWith("Issues that are only in Linear are not counted: ");
    assertThat(report.at("/counted/jira").asInt()).isEqualTo(1);
  }

  @Test
  void bySprintAnIssueCountsInItsOwnAndByEstimateForItsPoints() {
    hand().project("SPR", "Sprints");
    Issue issue = closed("SPR", "Eight points", "budget:features");
    Instant began = Instant.now().minus(Duration.ofDays(3));
    var sprint =
        Json.object()
            .put("id", 7)
            .put("name", "Sprint 7")
            .put("state", "active")
            .put("startDate", began.toString())
            .put("endDate", began.plus(Duration.ofDays(14)).toString());
    hand()
        .edit(
            issue.key(),
            Map.of(
                "customfield_10021", Json.array().add(sprint), "customfield_10016", Json.tree(8)));

    JsonNode report = Http.json(get(Cast.EDITOR, "SPR", "budget?by=sprint&measure=estimate"));

    assertThat(report.path("periods")).hasSize(1);
    assertThat(report.at("/periods/0/name").asText()).isEqualTo("Sprint 7");
    assertThat(report.at("/periods/0/current").asBoolean()).isTrue();
    assertThat(report.at("/periods/0/parts/0/amount").asDouble()).isEqualTo(8);
    assertThat(report.at("/measure").asText()).isEqualTo("estimate");
    assertThat(get(Cast.EDITOR, "SPR", "budget?by=month").statusCode()).isEqualTo(400);
  }

  @Test
  void aRatingKeepsWhatElseIsThereAndIsShownAtOnce() {
    hand().project("RATE", "Rated");
    Issue issue = hand().issue("RATE", "Rate me");
    JsonNode before =
        json("{'v':1,'problem':'So what','rating':{'impact':1,'by':'x'},'unknown':[1,{'a':2}]}");
    hand().property(issue.key(), "tandem.impact", before);
    assertThat(keysOf(get(Cast.EDITOR, "RATE", "matrix"))).containsExactly(issue.key());

    HttpResponse<String> answer = rate(Cast.EDITOR, "RATE", issue, 4, 2);

    assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
    assertThat(Http.json(answer).path("impact").asInt()).isEqualTo(4);
    assertThat(property(issue, "tandem.impact"))
        .isEqualTo(
            json(
                "{'v':1,'problem':'So what','rating':{'impact':4,'by':'x','effort':2},"
                    + "'unknown':[1,{'a':2}]}"));
    assertThat(Http.json(get(Cast.ADMIN, "RATE", "matrix")).at("/issues/0/effort").asInt())
        .isEqualTo(2);
    assertThat(rate(Cast.VIEWER, "RATE", issue, 1, 1).statusCode()).isEqualTo(403);
    assertThat(rate(Cast.EDITOR, "RATE", issue, 6, 1).statusCode()).isEqualTo(400);
    assertThat(rate(Cast.EDITOR, "RATE", issue, null, 3).statusCode()).isEqualTo(200);
    assertThat(property(issue, "tandem.impact").at("/rating/impact").isNull()).isTrue();
  }

  @Test
  void aDoubtIsWarnedOfWithItsReasonAndTheNameOfTheEngineer() {
    hand().project("DBT", "Doubts");
    Issue issue = hand().issue("DBT", "Cannot be done");
    hand()
        .property(
            issue.key(),
            "tandem.summary",
            json(
                "{'v':1,'feasibility':'no','checkIn':{'because':'no such API','by':'%s','on':'2026-11-20'}}"
                    .formatted(Cast.EDITOR.accountId())));

    JsonNode answer = Http.json(get(Cast.VIEWER, "DBT", "warnings"));

    assertThat(answer.path("complete").asBoolean()).isTrue();
    assertThat(answer.at("/warnings/0/words").asText())
        .isEqualTo(
            "%s says that it cannot be done as asked: “no such API”. Ask for less or for something else."
                .formatted(Cast.EDITOR.displayName()));
    assertThat(answer.at("/warnings/0/since").asText()).isEqualTo("2026-11-20");
  }

  @Test
  void thePageIsToldWhoMayEdit() {
    hand().project("MAY", "Who may");
    hand().issue("MAY", "One");
    for (String page : List.of("matrix", "decisions")) {
      assertThat(Http.json(get(Cast.EDITOR, "MAY", page)).path("mayEdit").asBoolean()).isTrue();
      assertThat(Http.json(get(Cast.VIEWER, "MAY", page)).path("mayEdit").asBoolean(true))
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'v':2}", "[]", "'text'", "{'v':1,'rating':[3]}", "{'rating':{}}"})
  void whatCannotBeReadIsNotRatedOver(String stored) {
    String key = "U" + Math.floorMod(stored.hashCode(), 10_000);
    hand().project(key, "Unreadable");
    Issue issue = hand().issue(key, "Strange");
    hand().property(issue.key(), "tandem.impact", json(stored));
    assertThat(rate(Cast.EDITOR, key, issue, 4, 2).statusCode()).isEqualTo(409);
    assertThat(property(issue, "tandem.impact")).isEqualTo(json(stored));
  }

  @Test
  void twoSitesWithAProjectOfOneKeySeeTheirOwn() {
    String token =
        STRANGER.contextToken(TwinWorld.APP, Cast.ADMIN, Place.of(STRANGER.store(), "", "SHOP"));
    HttpResponse<String> answer =
        Http.call("GET", world.at("/api/project/SHOP/matrix"), token, null);
    assertThat(Http.json(answer).path("issues")).hasSize(1);
    assertThat(answer.body()).contains("Not yours");
    assertThat(get(Cast.ADMIN, "SHOP", "matrix").body()).doesNotContain("Not yours");
    assertThat(
            Http.json(Http.call("GET", world.at("/api/project/SHOP/budget"), token, null))
                .at("/counted/linearOnly")
                .asInt())
        .isZero();
  }

  @Test
  void whereJiraIsAwayThePageSaysSo() {
    hand().project("AWAY", "Away");
    String token = token(Cast.ADMIN, "AWAY");
    assertThat(status("/api/project/AWAY/matrix", token)).isEqualTo(200);
    hand().project("AWAY2", "Away as well");
    world.jira.nemesis().next(SEARCH, new Fault.ErrorBefore(502));
    HttpResponse<String> answer = get(Cast.ADMIN, "AWAY2", "matrix");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(Http.json(answer).path("title").asText()).isEqualTo("Jira did not answer");
  }

  private static Hand hand() {
    return world.jira.hand();
  }

  private static Issue closed(String project, String summary, String... labels) {
    Issue issue = hand().issue(project, summary, labels);
    hand().transition(issue.key(), "Done");
    return issue;
  }

  /** An issue in Linear on a budget; gives its identifier. */
  private static String linear(String title, String budget, boolean done) {
    String state = world.linear.seed().state(world.team(), done ? "Done" : "Todo").orElseThrow();
    return world
        .ask(
            "mutation($i: IssueCreateInput!) { issueCreate(input: $i) { issue { identifier } } }",
            Map.of(
                "i",
                Map.of(
                    "teamId",
                    world.team(),
                    "title",
                    title,
                    "stateId",
                    state,
                    "labelIds",
                    List.of(world.linearLabel(budget)))))
        .at("/issueCreate/issue/identifier")
        .asText();
  }

  private static JsonNode digest(String id, String title) {
    return json(
        "{'v':1,'more':0,'list':[{'id':'%s','title':'%s','status':'accepted','by':['Ada']}]}"
            .formatted(id, title));
  }

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode property(Issue issue, String key) {
    return hand().read(issue.key()).annex().properties().get(key);
  }

  private static HttpResponse<String> rate(
      Person person, String project, Issue issue, Integer impact, Integer effort) {
    Map<String, Integer> rating = new HashMap<>();
    rating.put("impact", impact);
    rating.put("effort", effort);
    URI url = world.at("/api/project/" + project + "/issues/" + issue.id() + "/rating");
    return Http.call("PUT", url, token(person, project), rating);
  }

  private static List<String> keysOf(HttpResponse<String> matrix) {
    List<String> found = new ArrayList<>();
    Http.json(matrix).path("issues").forEach(it -> found.add(it.path("key").asText()));
    return found;
  }

  private static HttpResponse<String> get(Person person, String project, String page) {
    URI url = world.at("/api/project/" + project + "/" + page);
    return Http.call("GET", url, token(person, project), null);
  }

  private static int status(String path, String token) {
    return Http.call("GET", world.at(path), token, null).statusCode();
  }

  private static String token(Person person, String project) {
    return world.jira.contextToken(
        TwinWorld.APP, person, Place.of(world.jira.store(), "", project));
  }
}
