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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinPair;
import tandem.app.fixture.TwinWorld;

/** Issues that move to another project or team, through both servers and the running app. */
@Tag("G03")
class MovedIssueTest {
  private static final Duration QUIET = Duration.ofMillis(500);
  private static final String HEALTH = "budget:system-health";

  private static TwinWorld world;
  private static String payments;
  private static List<TwinPair> pairs;

  @BeforeAll
  static void start() {
    world = new TwinWorld();
    world.jira.hand().project("PAY", "Payments");
    world.jira.hand().project("LAB", "Without a mapping");
    payments = world.linear.seed().team("PAY", "Payments");
    pairs = Stream.generate(() -> TwinPair.in(world)).limit(4).toList();
    world.setUp();
    Map<String, Object> rules = new HashMap<>(world.rules());
    rules.put("linearTeamId", payments);
    assertThat(world.admin("PUT", "mappings/PAY", rules).statusCode()).isEqualTo(200);
    soon(() -> pairs.stream().allMatch(pair -> pair.agreesOn("features")));
    world.settle(QUIET);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void aJiraIssueInAnotherMappedProjectRestsAndGoesOnWhenItIsBack() {
    TwinPair pair = pairs.get(0);
    world.jira.hand().move(pair.id(), "PAY");
    soon(() -> pair.resting().contains("moved away"));
    pair.tagInJira(HEALTH);
    pair.decideInLinear("It is slow.", "It is very slow.");
    sweep("SHOP");
    sweep("PAY");
    theOthersGoOn();

    assertThat(pair.isTaggedInLinear("features")).isTrue();
    assertThat(pair.decisionInJira()).contains("It is slow.");
    assertThat(get("health").at("/counts/resting").asInt()).isPositive();

    world.jira.hand().move(pair.id(), "SHOP");
    soon(() ->
        pair.isTaggedInLinear("system-health")
            && pair.decisionInJira().contains("It is very slow."));
    assertThat(pair.resting()).isEmpty();
  }

  @Test
  void aJiraIssueInAProjectWithoutAMappingRestsAndAnAdminMayTakeThePairApart() {
    TwinPair pair = pairs.get(1);
    world.jira.hand().move(pair.id(), "LAB");
    soon(() -> pair.resting().contains("moved away"));
    long link = pair.entry().path("id").asLong();
    assertThat(world.admin("DELETE", "links/" + link, null).statusCode()).isEqualTo(204);

    pair.tagInJira(HEALTH);
    pair.decideInLinear("It is slow.", "It is very slow.");
    theOthersGoOn();
    assertThat(pair.isTaggedInLinear("features")).isTrue();
    assertThat(pair.tagsInJira()).isEqualTo(Set.of(HEALTH));
    assertThat(pair.decisionInJira()).contains("It is slow.");
    assertThat(pair.decisionInLinear()).contains("It is very slow.");
  }

  @Test
  void aLinearIssueInAnotherMappedTeamRestsAndGoesOnWhenItIsBack() {
    TwinPair pair = pairs.get(2);
    pair.changeInLinear(Map.of("teamId", payments));
    soon(() -> pair.resting().contains("moved away"));
    pair.changeInLinear(Map.of("addedLabelIds", List.of(healthOfPayments())));
    pair.decideInLinear("It is slow.", "It is very slow.");
    theOthersGoOn();

    assertThat(pair.tagsInJira()).isEqualTo(Set.of("budget:features"));
    assertThat(pair.decisionInJira()).contains("It is slow.");

    String label = world.linearLabel("features");
    pair.changeInLinear(Map.of("teamId", world.team(), "labelIds", List.of(label)));
    soon(() -> pair.decisionInJira().contains("It is very slow."));
    world.settle(QUIET);
    assertThat(pair.agreesOn("features")).isTrue();
    assertThat(pair.resting()).isEmpty();
  }

  /** An edit of a pair that stays is mirrored, and by then nothing else is under way. */
  private static void theOthersGoOn() {
    TwinPair other = pairs.get(3);
    String budget = other.agreesOn("features") ? "system-health" : "features";
    other.tagInLinear(budget);
    soon(() -> other.agreesOn(budget));
    world.settle(QUIET);
  }

  private static void sweep(String project) {
    String path = "mappings/" + project + "/sweep";
    assertThat(world.admin("POST", path, null).statusCode()).isEqualTo(202);
  }

  private static String healthOfPayments() {
    for (JsonNode it : get("mappings/PAY").path("budgets")) {
      if (it.path("name").asText().equals("system-health")) {
        return it.path("linearLabelId").asText();
      }
    }
    throw new AssertionError("no such budget");
  }

  private static JsonNode get(String path) {
    return Http.json(world.admin("GET", path, null));
  }

  private static void soon(Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
  }
}
