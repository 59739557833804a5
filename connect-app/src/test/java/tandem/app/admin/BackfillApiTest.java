package tandem.app.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.fault.FaultPlan;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.state.Issue;
import tandem.sync.document.DecisionJson;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Passage;

/** The dry run and the full pass through the API of docs/api.md, against both sandboxes. */
class BackfillApiTest {
  private static final String BACKFILL = "mappings/SHOP/backfill";
  private static final String DRY_RUN = "mappings/SHOP/dry-run";
  private static final String DECISION =
      DecisionJson.write(
          Decision.blank(new DecisionId("d-1")).withTitle(Passage.plain("Use PostgreSQL")));

  @Test
  void anAdminLooksFirstThenStartsThePassAndSeesItThrough() {
    try (TwinWorld world = new TwinWorld()) {
      Issue tagged = world.jira.hand().issue("SHOP", "Pay later", "budget:features");
      String twin = world.twinOf(tagged);
      Issue plain = world.jira.hand().issue("SHOP", "Pay by card");
      world.twinOf(plain);
      world.map();
      assertThat(get(world, BACKFILL).path("state").asText()).isEqualTo("never");
      assertThat(world.admin("DELETE", BACKFILL, null).statusCode()).isEqualTo(409);

      JsonNode forecast = get(world, DRY_RUN);
      assertThat(forecast.path("looked").asInt()).isEqualTo(2);
      assertThat(forecast.path("unchanged").asInt()).isZero();
      assertThat(forecast.path("next").isNull()).isTrue();
      assertThat(forecast.path("pairs")).hasSize(2);
      JsonNode pair = pairOf(forecast, tagged);
      assertThat(pair.path("link").isNull()).as("it would be made").isTrue();
      assertThat(pair.at("/writes/0/side").asText()).isEqualTo("linear");
      assertThat(pair.at("/writes/0/add/0").asText()).isEqualTo("features");
      assertThat(world.linearLabels(twin)).as("nothing was written").isEmpty();

      assertThat(world.admin("POST", BACKFILL, null).statusCode()).isEqualTo(202);
      awaitState(world, "done");
      JsonNode done = get(world, BACKFILL);
      assertThat(done.path("said").asText())
          .contains("2 Jira and 2 Linear issues", "2 of them newly");
      assertThat(done.at("/progress/expected").asInt()).isEqualTo(4);
      assertThat(done.at("/progress/newLinks").asInt()).isEqualTo(2);
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> world.linearLabels(twin).equals(Set.of(world.linearLabel("features"))));
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> get(world, DRY_RUN).path("unchanged").asInt() == 2);
      assertThat(get(world, DRY_RUN).path("pairs")).isEmpty();
    }
  }

  @Test
  void aPassThatATrackerHoldsUpSaysSoAndCanBeCancelled() {
    try (TwinWorld world = new TwinWorld()) {
      world.twinOf(world.jira.hand().issue("SHOP", "Pay later"));
      world.map();
      world.jira.nemesis().set(FaultPlan.none().with(1, new Fault.ErrorBefore(503)));
      assertThat(world.admin("POST", BACKFILL, null).statusCode()).isEqualTo(202);
      awaitState(world, "waiting");
      JsonNode waiting = get(world, BACKFILL);
      assertThat(waiting.path("said").asText()).contains("Jira");
      assertThat(waiting.at("/progress/linearIssues").asInt()).isEqualTo(1);
      assertThat(world.admin("DELETE", BACKFILL, null).statusCode()).isEqualTo(200);
      assertThat(get(world, BACKFILL).path("state").asText()).isEqualTo("cancelled");

      world.jira.nemesis().set(FaultPlan.none());
      assertThat(world.admin("POST", BACKFILL, null).statusCode()).isEqualTo(202);
      awaitState(world, "done");
    }
  }

  @Test
  void onlyAdminsLookAndCancel() {
    try (TwinWorld world = new TwinWorld()) {
      world.map();
      assertThat(world.adminAs(Cast.EDITOR, "GET", DRY_RUN, null).statusCode()).isEqualTo(403);
      assertThat(world.adminAs(Cast.EDITOR, "DELETE", BACKFILL, null).statusCode()).isEqualTo(403);
      assertThat(world.admin("GET", "mappings/NOPE/dry-run", null).statusCode()).isEqualTo(404);
      assertThat(world.admin("GET", DRY_RUN + "?after=" + "x".repeat(2_001), null).statusCode())
          .isEqualTo(400);
      world.admin("DELETE", "linear", null);
      assertThat(world.admin("GET", DRY_RUN, null).statusCode()).as("paused").isEqualTo(409);
    }
  }

  @Test
  void whoAsksForDecisionsIsToldOfEachPairsAFewPairsAPage() {
    try (TwinWorld world = new TwinWorld()) {
      for (int i = 0; i <= DryRunApi.PAIRS_READ; i++) {
        Issue issue = world.jira.hand().issue("SHOP", "Issue " + i, "budget:features");
        world.twinOf(issue);
        world.jira.hand().property(issue.ref().key(), "tandem.decision.d-1", json(DECISION));
        world.jira.hand().property(issue.ref().key(), "tandem.decision.d-2", json("{\"v\": 99}"));
      }
      world.map();
      JsonNode first = get(world, DRY_RUN + "?decisions=true");
      assertThat(first.path("pairs")).hasSize(DryRunApi.PAIRS_READ);
      JsonNode decision = first.at("/pairs/0/decisions/0");
      assertThat(decision.path("title").asText()).isEqualTo("Use PostgreSQL");
      assertThat(decision.path("writes"))
          .isEqualTo(json("[{\"side\":\"linear\",\"what\":\"create\"}]"));
      assertThat(first.at("/pairs/0/decisions/1/rests").asText()).contains("version");

      JsonNode rest = get(world, DRY_RUN + "?decisions=true&after=" + first.path("next").asText());
      assertThat(rest.path("pairs")).hasSize(1);
      assertThat(rest.path("looked").asInt()).as("counted once").isZero();
      assertThat(rest.path("next").isNull()).isTrue();
    }
  }

  private static JsonNode pairOf(JsonNode forecast, Issue issue) {
    for (JsonNode pair : forecast.path("pairs")) {
      if (pair.at("/jira/key").asText().equals(issue.ref().key())) {
        return pair;
      }
    }
    throw new AssertionError("no pair of " + issue.ref().key() + " in " + forecast);
  }

  private static void awaitState(TwinWorld world, String state) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> get(world, BACKFILL).path("state").asText().equals(state));
  }

  private static JsonNode json(String text) {
    return Json.parse(text.getBytes(UTF_8));
  }

  private static JsonNode get(TwinWorld world, String path) {
    return Http.json(world.admin("GET", path, null));
  }
}
