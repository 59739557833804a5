package tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinPair;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.jira.state.Issue;

/** A whole project, or a whole team, that is deleted beside another that stays. */
@Tag("G04")
class GoneProjectTest {
  private static final Duration QUIET = Duration.ofMillis(500);

  private TwinWorld world;
  private List<TwinPair> pairs;
  private Issue other;
  private String otherTwin;

  @BeforeEach
  void twoMappings() {
    world = new TwinWorld();
    pairs = Stream.generate(() -> TwinPair.in(world)).limit(3).toList();
    world.setUp();
    world.jira.hand().project("PAY", "Payments");
    other = world.jira.hand().issue("PAY", "Refund");
    String team = world.linear.seed().team("PAY", "Payments");
    otherTwin = twinIn(team);
    Map<String, Object> rules = new HashMap<>(world.rules());
    rules.put("linearTeamId", team);
    assertThat(world.admin("PUT", "mappings/PAY", rules).statusCode()).isEqualTo(200);
    link();
    soon(() -> pairs.stream().allMatch(pair -> pair.agreesOn("features")));
    world.settle(QUIET);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aJiraProjectInTheBinStopsItsBackfillAndTakesNothingAwayInLinear() {
    var binned = world.jira.hand().bin("SHOP");
    assertThat(backfill().path("state").asText()).isEqualTo("stopped");
    assertThat(backfillOf("SHOP").path("said").asText()).contains("project", "deleted");
    pairs.getFirst().tagInLinear("system-health");
    soon(() -> !pairs.getFirst().resting().isEmpty());
    theOtherProjectGoesOn();

    assertThat(pairs.getFirst().isTaggedInLinear("system-health")).isTrue();
    pairs
        .subList(1, 3)
        .forEach(pair -> assertThat(pair.isTaggedInLinear("features")).as(pair.key()).isTrue());
    pairs.forEach(pair -> assertThat(pair.decisionInLinear()).contains("It is slow."));

    world.jira.hand().restore(binned);
    assertThat(backfill().path("state").asText()).isEqualTo("done");
    soon(() -> pairs.getFirst().agreesOn("system-health"));
    pairs.forEach(pair -> assertThat(pair.resting()).isEmpty());
  }

  @Test
  void aDeletedLinearTeamTakesNothingAwayInJiraAndItsPairsRestUntilItIsBack() {
    change("teamDelete");
    soon(() -> pairs.stream().noneMatch(pair -> pair.resting().isEmpty()));
    pairs.getFirst().tagInJira("budget:system-health");
    pairs.getFirst().decideInJira("# Use PostgreSQL\n\n## Context\n\nIt is very slow.\n");
    assertThat(backfill().at("/progress/linearIssues").asInt()).isZero();
    theOtherProjectGoesOn();

    assertThat(pairs.getFirst().tagsInJira()).isEqualTo(Set.of("budget:system-health"));
    pairs
        .subList(1, 3)
        .forEach(pair -> assertThat(pair.tagsInJira()).isEqualTo(Set.of("budget:features")));
    pairs.forEach(pair -> assertThat(pair.decisionInJira()).contains("slow."));
    assertThat(get("health").at("/counts/resting").asInt()).isEqualTo(3);

    change("teamUnarchive");
    soon(() -> pairs.getFirst().agreesOn("system-health"));
    soon(() -> pairs.getFirst().decisionInLinear().contains("It is very slow."));
    world.settle(QUIET);
    pairs.subList(1, 3).forEach(pair -> assertThat(pair.agreesOn("features")).isTrue());
    pairs.forEach(pair -> assertThat(pair.resting()).isEmpty());
  }

  private void change(String mutation) {
    world.ask(
        "mutation($id: String!) { %s(id: $id) { success } }".formatted(mutation),
        Map.of("id", world.team()));
  }

  private String twinIn(String team) {
    return world
        .ask(
            "mutation($i: IssueCreateInput!) { issueCreate(input: $i) { issue { id identifier } }"
                + " }",
            Map.of("i", Map.of("teamId", team, "title", "Refund")))
        .at("/issueCreate/issue/id")
        .asText();
  }

  private void link() {
    JsonNode twin =
        world.ask("query($id: String!) { issue(id: $id) { identifier } }", Map.of("id", otherTwin));
    Map<String, String> pair =
        Map.of("jira", other.key(), "linear", twin.at("/issue/identifier").asText());
    assertThat(world.admin("POST", "links", pair).statusCode()).isEqualTo(201);
  }

  private void theOtherProjectGoesOn() {
    world.jira.hand().labels(other.id(), "budget:features");
    soon(() -> world.linearLabels(otherTwin).size() == 1);
    world.settle(QUIET);
  }

  /** A backfill of SHOP from its beginning to its end. */
  private JsonNode backfill() {
    assertThat(world.admin("POST", "mappings/SHOP/backfill", null).statusCode()).isEqualTo(202);
    soon(() -> Set.of("done", "stopped").contains(backfillOf("SHOP").path("state").asText()));
    return backfillOf("SHOP");
  }

  private JsonNode backfillOf(String project) {
    return get("mappings/" + project + "/backfill");
  }

  private JsonNode get(String path) {
    return Http.json(world.admin("GET", path, null));
  }

  private static void soon(Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
  }
}
