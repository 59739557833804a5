package tandem.app.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.app.fixture.TwoNodes;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.linear.LinearSettings;
import tandem.sandbox.linear.access.Grants.Lives;

/** All nodes are killed between Linear's answer to a refresh and the commit of the new tokens. */
@Tag("waits")
class RefreshCrashTest {
  private static final Duration LONGER_THAN_A_LEASE = Duration.ofMinutes(5);

  @TempDir private Path home;
  private TwoNodes nodes;
  private TwinWorld world;
  private Issue issue;
  private String twin;
  private final Map<String, String> labels = new HashMap<>();

  private void start(Duration grace) {
    world =
        new TwinWorld(
            (port, environment) -> nodes = TwoNodes.start(home, port, environment),
            LinearSettings.defaults().granting(new Lives(Duration.ofHours(24), grace)));
    issue = world.jira.hand().issue("SHOP", "Pay by invoice", "budget:features");
    twin = world.twinOf(issue);
    world.setUp();
    for (String budget : Set.of("features", "system-health")) {
      labels.put(budget, world.linearLabel(budget));
    }
    soon(() -> carries("features"));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void whereLinearTakesTheOldTokenOnceMoreTheWorkGoesOnByItself() {
    start(Duration.ofMinutes(30));
    killBetweenAnswerAndCommit();
    nodes.start("three");
    soon(() -> carries("system-health"));
    assertThat(state()).isEqualTo("connected");
  }

  @Test
  void whereLinearRefusesTheOldTokenTheAdminIsToldAndTheChangeIsKept() {
    start(Duration.ZERO);
    killBetweenAnswerAndCommit();
    nodes.start("three");
    soon(() -> state().equals("paused"));
    assertThat(Http.json(world.admin("GET", "health", null)).at("/problems/0").asText())
        .contains("a Jira admin has to connect it again");
    assertThat(carries("features")).isTrue();
    assertThat(world.connect().statusCode()).isEqualTo(200);
    soon(() -> carries("system-health"));
    assertThat(state()).isEqualTo("connected");
  }

  /** The commit is held up in the database, which is how the moment can be met. */
  private void killBetweenAnswerAndCommit() {
    JdbcClient database = nodes.database();
    database.sql("update linear_connection set expires_at = now()").update();
    database
        .sql(
            """
            create function held_up() returns trigger language plpgsql as
            $$ begin perform pg_sleep(600); return new; end $$
            """)
        .update();
    database
        .sql(
            "create trigger held_up before update on linear_connection"
                + " for each row execute function held_up()")
        .update();
    world.jira.hand().labels(issue.ref().key(), "budget:system-health");
    soon(() -> heldUp(database) == 1);
    nodes.one.kill();
    nodes.two.kill();
    database
        .sql("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()")
        .query(Boolean.class)
        .list();
    database.sql("drop trigger held_up on linear_connection").update();
  }

  private static int heldUp(JdbcClient database) {
    return database
        .sql(
            "select count(*) from pg_stat_activity"
                + " where wait_event = 'PgSleep' and query like '%linear_connection%'")
        .query(Integer.class)
        .single();
  }

  private boolean carries(String budget) {
    return world.linearLabels(twin).equals(Set.of(labels.get(budget)));
  }

  private String state() {
    return Http.json(world.admin("GET", "linear", null)).path("state").asText();
  }

  private static void soon(Callable<Boolean> condition) {
    await().atMost(LONGER_THAN_A_LEASE).until(condition);
  }
}
