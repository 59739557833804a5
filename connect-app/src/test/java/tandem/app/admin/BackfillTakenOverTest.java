package tandem.app.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.app.fixture.AppProcess;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.app.fixture.TwoNodes;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.fault.FaultPlan;

/** A full pass whose node is killed, with real processes over one PostgreSQL. */
@Tag("waits")
class BackfillTakenOverTest {
  private static final int PAIRS = 5;

  /** Longer than the lease of a pass. */
  private static final Duration TAKEN_OVER = Duration.ofMinutes(5);

  @TempDir private static Path home;
  private static TwinWorld world;
  private static TwoNodes nodes;
  private static final List<String> TWINS = new ArrayList<>();

  @BeforeAll
  static void start() {
    world =
        new TwinWorld((port, environment) -> {
          nodes = TwoNodes.start(home, port, environment);
          return nodes;
        });
    for (int i = 1; i <= PAIRS; i++) {
      TWINS.add(world.twinOf(world.jira.hand().issue("SHOP", "Pair " + i, "budget:features")));
    }
    world.map();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void theOtherNodeGoesOnFromTheSamePlace() {
    world.jira.nemesis().set(FaultPlan.none().with(1, new Fault.Stall(Duration.ofSeconds(8))));
    assertThat(world.admin("POST", "mappings/SHOP/backfill", null).statusCode()).isEqualTo(202);
    await().atMost(TAKEN_OVER).until(() -> owners("left").size() == 1);
    String owner = owners("left").getFirst();
    AppProcess busy = nodes.nameOf(nodes.one).equals(owner) ? nodes.one : nodes.two;
    busy.kill();
    world.jira.nemesis().set(FaultPlan.none());

    await().atMost(TAKEN_OVER).until(() -> state().path("state").asText().equals("done"));
    assertThat(state().at("/progress/jiraIssues").asInt()).isEqualTo(PAIRS);
    assertThat(state().at("/progress/linearIssues").asInt()).as("once").isEqualTo(PAIRS);
    assertThat(state().at("/progress/newLinks").asInt()).isEqualTo(PAIRS);
    Set<String> wanted = Set.of(world.linearLabel("features"));
    await()
        .atMost(TAKEN_OVER)
        .until(() -> TWINS.stream().allMatch(twin -> world.linearLabels(twin).equals(wanted)));
  }

  private static List<String> owners(String stage) {
    return nodes
        .database()
        .sql("select owner from sync_backfill where stage = ? and lease_until > now()")
        .param(stage)
        .query(String.class)
        .list();
  }

  private static JsonNode state() {
    return Http.json(world.admin("GET", "mappings/SHOP/backfill", null));
  }
}
