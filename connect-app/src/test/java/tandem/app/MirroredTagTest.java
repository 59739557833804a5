package tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.fault.FaultPlan;
import tandem.sandbox.fault.HookFault;
import tandem.sandbox.http.Calls;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.state.Issue;

/** The thin slice through everything: two real servers, the app between them, one budget tag. */
class MirroredTagTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** An echo that overtakes the answer to its own write costs another look; here none does. */
  private static final FaultPlan AFTER_ITS_ANSWER =
      FaultPlan.none().with(1, new HookFault.Late(Duration.ofSeconds(1)));

  private static TwinWorld world;
  private static Issue issue;
  private static Issue untagged;
  private static String twin;
  private static String features;
  private static String systemHealth;

  @BeforeAll
  static void start() {
    world = new TwinWorld();
    issue = world.jira.hand().issue("SHOP", "Pay by invoice", "budget:features", "urgent");
    untagged = world.jira.hand().issue("SHOP", "Nobody's twin", "budget:system-health");
    twin = world.twinOf(issue);
    world.setUp();
    features = world.linearLabel("features");
    systemHealth = world.linearLabel("system-health");
    soon(() -> world.linearLabels(twin).equals(Set.of(features)));
    settle();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static void soon(Callable<Boolean> condition) {
    Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(SOON).until(condition);
  }

  /** Both sides agree, every event is delivered, and the app has nothing left to do. */
  private static void settle() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> world.isQuiet() && "agrees".equals(twinState()));
  }

  private static String twinState() {
    return Http.json(world.panel(issue, issue)).at("/twin/state").asText();
  }

  private static void resetCalls() {
    world.jira.calls().reset();
    world.linear.calls().reset();
  }

  private static long appCalls(Calls calls) {
    return calls.of("app");
  }

  private static long callsFor(String direction) {
    long jira = appCalls(world.jira.calls());
    long linear = appCalls(world.linear.calls());
    System.out.printf(
        "remote calls per mirrored tag change, %s: %d (Jira %s, Linear %s)%n",
        direction,
        jira + linear,
        world.jira.calls().all().getOrDefault("app", Map.of()),
        world.linear.calls().all().getOrDefault("app", Map.of()));
    return jira + linear;
  }

  private static void tagInLinear(String add, String remove) {
    var labels =
        Map.of(
            "removedLabelIds", List.of(remove),
            "addedLabelIds", List.of(add));
    world.ask(
        "mutation($id: String!, $i: IssueUpdateInput!) { issueUpdate(id: $id, input: $i) {"
            + " success } }",
        Map.of("id", twin, "i", labels));
  }

  @Test
  void aLabelChangedInEitherTrackerIsSeenInTheOtherWithTwoCalls() {
    world.jira.nemesis().set(AFTER_ITS_ANSWER);
    resetCalls();
    tagInLinear(systemHealth, features);
    soon(() -> world.jiraLabels(issue).equals(Set.of("budget:system-health", "urgent")));
    settle();
    assertThat(callsFor("Linear to Jira")).isLessThanOrEqualTo(2);

    world.jira.nemesis().calm();
    world.linear.nemesis().set(AFTER_ITS_ANSWER);
    resetCalls();
    world.jira.hand().labels(issue.ref().key(), "budget:features", "urgent");
    soon(() -> world.linearLabels(twin).equals(Set.of(features)));
    settle();
    assertThat(callsFor("Jira to Linear")).isLessThanOrEqualTo(2);
    world.linear.nemesis().calm();
  }

  @Test
  void thePanelShowsTheBudgetAndItsAgreeingTwin() {
    JsonNode shown = Http.json(world.panel(issue, issue));
    assertThat(shown.at("/issue/key").asText()).isEqualTo(issue.ref().key());
    assertThat(shown.at("/budget/name").asText()).isIn("features", "system-health");
    assertThat(shown.at("/mapping/projectKey").asText()).isEqualTo("SHOP");
    assertThat(shown.at("/twin/agrees").asBoolean()).isTrue();
    assertThat(shown.at("/twin/since").asText()).isNotEmpty();
    assertThat(shown.at("/twin/url").asText())
        .isEqualTo(world.linear.baseUrl() + "/checkout/issue/" + shown.at("/twin/key").asText());
  }

  @Test
  void thePanelOfAnIssueWithoutATwinShowsItsBudgetToo() {
    JsonNode shown = Http.json(world.panel(untagged, untagged));
    assertThat(shown.at("/budget/name").asText()).isEqualTo("system-health");
    assertThat(shown.path("twin").isNull()).isTrue();
  }

  @Test
  void aChangedLabelOfAnIssueWithoutATwinIsSeenByThePanelAtOnce() {
    Issue loose = world.jira.hand().issue("SHOP", "Nobody's twin either", "budget:features");
    assertThat(panelBudget(loose)).isEqualTo("features");
    world.jira.hand().labels(loose.ref().key(), "budget:system-health");
    soon(() -> panelBudget(loose).equals("system-health"));
  }

  @Test
  void aJiraThatDoesNotAnswerIsNotTakenForAnIssueWithoutABudget() {
    Issue loose = world.jira.hand().issue("SHOP", "Asked in bad weather", "budget:features");
    Fault outage = new Fault.ErrorBefore(503);
    for (int attempt = 0; attempt < 2; attempt++) {
      world.jira.nemesis().next("GET /rest/api/3/issue/{issueIdOrKey}", outage);
    }
    var refused = world.panel(loose, loose);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(Http.json(refused).path("title").asText()).isEqualTo("Jira did not answer");
    assertThat(panelBudget(loose)).isEqualTo("features");
  }

  private static String panelBudget(Issue loose) {
    return Http.json(world.panel(loose, loose)).at("/budget/name").asText();
  }

  @Test
  void aPanelsTokenOpensItsOwnIssueOnly() {
    assertThat(world.panel(issue, untagged).statusCode()).isEqualTo(403);
  }

  @Test
  void onlyJiraAdminsMayUseTheAdminApi() {
    var refused = world.adminAs(Cast.EDITOR, "GET", "linear", null);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Http.json(refused).path("detail").asText()).contains("Administer Jira");
    assertThat(Http.json(world.admin("GET", "linear", null)).path("state").asText())
        .isEqualTo("connected");
    assertThat(Http.json(world.admin("GET", "health", null)).path("works").asBoolean()).isTrue();
  }
}
