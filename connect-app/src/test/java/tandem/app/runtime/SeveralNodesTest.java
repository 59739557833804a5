package tandem.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.app.fixture.AppProcess;
import tandem.app.fixture.TwinWorld;
import tandem.app.fixture.TwoNodes;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.fault.FaultPlan;
import tandem.sandbox.jira.state.Issue;

/** The app as two processes over one PostgreSQL, of which one is killed. */
@Tag("waits")
class SeveralNodesTest {
  private static final int PAIRS = 12;

  /** Longer than a lease and a scheduler's silence together. */
  private static final Duration TAKEN_OVER = Duration.ofMinutes(5);

  @TempDir private static Path home;
  private static TwinWorld world;
  private static TwoNodes nodes;
  private static final List<Issue> ISSUES = new ArrayList<>();
  private static final List<String> TWINS = new ArrayList<>();

  @BeforeAll
  static void start() {
    world =
        new TwinWorld((port, environment) -> {
          nodes = TwoNodes.start(home, port, environment);
          return nodes;
        });
    for (int i = 1; i <= PAIRS; i++) {
      Issue issue = world.jira.hand().issue("SHOP", "Pair " + i, "budget:features");
      ISSUES.add(issue);
      TWINS.add(world.twinOf(issue));
    }
    world.setUp();
    awaitEverywhere("features");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void bothWorkEachChangeIsWrittenOnceAndTheOtherOneGoesOnWhenOneIsKilled() {
    world.linear.calls().reset();
    tagAll("system-health");
    awaitEverywhere("system-health");
    assertThat(world.linear.calls().all().getOrDefault("app", Map.of()))
        .as("writes for %d changes", PAIRS)
        .satisfies(calls ->
            assertThat(
                    calls.entrySet().stream()
                        .filter(call -> call.getKey().contains("Retag"))
                        .mapToLong(call -> call.getValue())
                        .sum())
                .isEqualTo(PAIRS));

    world.linear.nemesis().set(FaultPlan.none().with(1, new Fault.Stall(Duration.ofSeconds(8))));
    tagAll("features");
    await().atMost(TAKEN_OVER).until(() -> !owners().isEmpty());
    AppProcess busy = nodes.nameOf(nodes.one).equals(owners().getFirst()) ? nodes.one : nodes.two;
    busy.kill();
    world.linear.nemesis().set(FaultPlan.none());
    awaitEverywhere("features");
    tagAll("system-health");
    awaitEverywhere("system-health");
    await().atMost(TAKEN_OVER).until(() -> dirty() == 0);
  }

  /** The nodes that work on links at the moment. */
  private static List<String> owners() {
    return nodes
        .database()
        .sql("select distinct owner from sync_dirty where leased")
        .query(String.class)
        .list();
  }

  private static void tagAll(String budget) {
    ISSUES.forEach(issue -> world.jira.hand().labels(issue.ref().key(), "budget:" + budget));
  }

  private static void awaitEverywhere(String budget) {
    Set<String> wanted = Set.of(world.linearLabel(budget));
    await()
        .atMost(TAKEN_OVER)
        .untilAsserted(
            () -> assertThat(TWINS).allMatch(twin -> world.linearLabels(twin).equals(wanted)));
  }

  private static int dirty() {
    return nodes.database().sql("select count(*) from sync_dirty").query(Integer.class).single();
  }
}
