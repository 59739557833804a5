package tandem.app.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.fault.FaultPlan;
import tandem.sandbox.jira.state.Issue;

/** Stopping, by a person and by a tracker, and what health says meanwhile. */
@Tag("waits")
class PauseTest {
  private static TwinWorld world;
  private static Issue issue;
  private static String twin;
  private static String features;
  private static String systemHealth;

  @BeforeAll
  static void start() {
    world = new TwinWorld();
    issue = world.jira.hand().issue("SHOP", "Pay by invoice", "budget:features");
    twin = world.twinOf(issue);
    world.setUp();
    features = world.linearLabel("features");
    systemHealth = world.linearLabel("system-health");
    soon(() -> carries(features) && waiting() == 0);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @AfterEach
  void settle() {
    world.linear.nemesis().set(FaultPlan.none());
    resume("mappings/SHOP");
    resume("linear");
    tagInJira("features");
    soon(() -> carries(features) && world.isQuiet() && waiting() == 0);
  }

  @Test
  void aPausedMappingKeepsItsChangesAndMirrorsThemWhenResumed() {
    stopsAndGoesOn("mappings/SHOP", "A Jira admin paused the project SHOP. Resume it to go on.");
  }

  @Test
  void aPausedConnectionStopsEveryMapping() {
    stopsAndGoesOn("linear", "A Jira admin paused the connection to Linear. Resume it to go on.");
  }

  private static void stopsAndGoesOn(String what, String said) {
    assertThat(world.admin("POST", what + "/pause", null).statusCode()).isEqualTo(204);
    assertThat(world.admin("POST", what + "/pause", null).statusCode()).as("twice").isEqualTo(204);
    world.linear.calls().reset();
    tagInJira("system-health");
    soon(() -> world.isQuiet() && waiting() == 1);
    JsonNode health = health();
    assertThat(health.path("works").asBoolean()).isFalse();
    assertThat(health.at("/problems/0").asText()).isEqualTo(said);
    assertThat(health.at("/counts/oldestWaiting").asText()).isNotEmpty();
    assertThat(Http.json(world.admin("GET", "mappings/SHOP", null)).path("paused").asText())
        .isEqualTo(said);
    assertThat(world.linear.calls().of("app")).as("calls while paused").isZero();
    assertThat(carries(features)).isTrue();
    resume(what);
    soon(() -> carries(systemHealth));
    soon(() -> health().path("works").asBoolean());
  }

  @Test
  void aTrackerThatAsksForPatienceHoldsUpNeitherTheOtherOneNorPeople() {
    Issue loose = world.jira.hand().issue("SHOP", "Nobody's twin", "budget:system-health");
    world.linear.nemesis().set(FaultPlan.none().with(1, new Fault.RateLimited("requests")));
    tagInJira("system-health");
    soon(() -> health().path("problems").toString().contains("Waiting until"));
    world.linear.calls().reset();
    tagInJira("features", "urgent");
    tagInJira("system-health", "urgent");
    soon(() -> world.isQuiet() && waiting() == 1);
    assertThat(world.linear.calls().of("app")).as("calls to Linear while it waits").isZero();
    JsonNode panel = Http.json(world.panel(loose, loose));
    assertThat(panel.at("/budget/name").asText()).isEqualTo("system-health");
  }

  private static void resume(String what) {
    assertThat(world.admin("POST", what + "/resume", null).statusCode()).isEqualTo(204);
  }

  private static void tagInJira(String budget, String... others) {
    String[] labels = new String[others.length + 1];
    labels[0] = "budget:" + budget;
    System.arraycopy(others, 0, labels, 1, others.length);
    world.jira.hand().labels(issue.ref().key(), labels);
  }

  private static boolean carries(String label) {
    return world.linearLabels(twin).equals(Set.of(label));
  }

  private static JsonNode health() {
    return Http.json(world.admin("GET", "health", null));
  }

  private static int waiting() {
    return health().at("/counts/waiting").asInt();
  }

  private static void soon(Callable<Boolean> condition) {
    await().atMost(Duration.ofSeconds(90)).until(condition);
  }
}
