package tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
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

/** One issue that Tandem may read and not edit any more, in either tracker. */
@Tag("G08")
class LostPermissionTest {
  private static final Duration QUIET = Duration.ofMillis(500);

  private static TwinWorld world;
  private static List<TwinPair> pairs;

  @BeforeAll
  static void start() {
    world = new TwinWorld();
    pairs = Stream.generate(() -> TwinPair.in(world)).limit(4).toList();
    world.setUp();
    soon(() -> pairs.stream().allMatch(pair -> pair.agreesOn("features")));
    world.settle(QUIET);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void inJiraThePairIsSetAsideWithWordsTheOthersGoOnAndAReplayCatchesUp() {
    TwinPair pair = pairs.get(0);
    world.jira.hand().freeze(pair.id());
    pair.tagInLinear("system-health");
    theOthersGoOn();
    soon(() -> !pair.aside().isEmpty());

    assertThat(pair.aside()).contains("may not edit this issue", "Jira admin has to allow it");
    assertThat(problems()).anyMatch(it -> it.contains("set aside"));
    assertThat(pair.tagsInJira()).isEqualTo(Set.of("budget:features"));
    assertThat(pair.isTaggedInLinear("system-health")).isTrue();

    world.jira.hand().thaw(pair.id());
    replay(pair);
    soon(() -> pair.agreesOn("system-health"));
    assertThat(pair.aside()).isEmpty();
  }

  @Test
  void inJiraADecisionRestsWithWordsAndIsTriedAgain() {
    TwinPair pair = pairs.get(1);
    world.jira.hand().freeze(pair.id());
    pair.decideInLinear("It is slow.", "It is very slow.");
    theOthersGoOn();
    soon(() -> get("decisions/conflicts").path("conflicts").size() == 1);

    JsonNode conflict = get("decisions/conflicts").at("/conflicts/0");
    assertThat(conflict.path("row").asText()).isEqualTo("D20");
    assertThat(conflict.path("note").asText()).contains("may not edit this issue");
    assertThat(pair.decisionInJira()).contains("It is slow.");
    assertThat(pair.decisionInLinear()).contains("It is very slow.");

    world.jira.hand().thaw(pair.id());
    String path = "links/" + pair.entry().path("id").asLong() + "/decisions/use-postgresql/retry";
    assertThat(world.admin("POST", path, null).statusCode()).isEqualTo(202);
    soon(() -> pair.decisionInJira().contains("It is very slow."));
    soon(() -> get("decisions/conflicts").path("conflicts").isEmpty());
  }

  @Test
  void inLinearThePairIsSetAsideWithWordsTheOthersGoOnAndAReplayCatchesUp() {
    TwinPair pair = pairs.get(2);
    world.linear.seed().freeze(pair.twin());
    pair.tagInJira("budget:system-health");
    theOthersGoOn();
    soon(() -> !pair.aside().isEmpty());

    assertThat(pair.aside()).contains("may not change this issue", "Linear");
    assertThat(problems()).noneMatch(it -> it.contains("Waiting until"));
    assertThat(pair.isTaggedInLinear("features")).isTrue();
    assertThat(pair.tagsInJira()).isEqualTo(Set.of("budget:system-health"));

    world.linear.seed().thaw(pair.twin());
    replay(pair);
    soon(() -> pair.agreesOn("system-health"));
  }

  /** While the pair has its attempts, an edit of another one is mirrored. */
  private static void theOthersGoOn() {
    TwinPair other = pairs.get(3);
    String budget = other.agreesOn("features") ? "system-health" : "features";
    other.tagInLinear(budget);
    soon(() -> other.agreesOn(budget));
    String back = budget.equals("features") ? "system-health" : "features";
    other.tagInJira("budget:" + back);
    soon(() -> other.agreesOn(back));
  }

  private static void replay(TwinPair pair) {
    String path = "links/" + pair.entry().path("id").asLong() + "/replay";
    assertThat(world.admin("POST", path, null).statusCode()).isEqualTo(202);
  }

  private static List<String> problems() {
    return get("health").path("problems").valueStream().map(JsonNode::asText).toList();
  }

  private static JsonNode get(String path) {
    return Http.json(world.admin("GET", path, null));
  }

  private static void soon(Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
  }
}
