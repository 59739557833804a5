package tandem.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.fault.FaultPlan;
import tandem.sandbox.fault.HookFault;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.state.Issue;

/** A change whose webhook is lost is found by a sweep, against both sandboxes. */
class SweepTest {
  private static final String READ = "POST /graphql ReadIssueWithDocuments";

  @Test
  void aChangeWhoseWebhookWasLostReachesTheOtherTrackerByASweep() {
    try (TwinWorld world = new TwinWorld()) {
      Issue issue = world.jira.hand().issue("SHOP", "Pay later");
      String twin = world.twinOf(issue);
      world.setUp();
      // Or the new link's first turn would find the change without a sweep.
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> world.linear.calls().of("app", READ) == 1);
      assertThat(state(world).path("linear").isNull()).isTrue();

      world.linear.nemesis().set(FaultPlan.none().with(1, new HookFault.Lost()));
      Map<String, Object> labels = Map.of("addedLabelIds", List.of(world.linearLabel("features")));
      world.ask(
          "mutation($id: String!, $i: IssueUpdateInput!) { issueUpdate(id: $id, input: $i) {"
              + " success } }",
          Map.of("id", twin, "i", labels));
      assertThat(world.admin("POST", "mappings/SHOP/sweep", null).statusCode()).isEqualTo(202);
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> world.jiraLabels(issue).equals(Set.of("budget:features")));
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> state(world).at("/linear/underWay").asInt() == 1);
      assertThat(state(world).at("/jira/missed").asInt()).isZero();

      assertThat(world.admin("POST", "mappings/NOPE/sweep", null).statusCode()).isEqualTo(404);
      assertThat(world.adminAs(Cast.EDITOR, "POST", "mappings/SHOP/sweep", null).statusCode())
          .isEqualTo(403);
    }
  }

  private static JsonNode state(TwinWorld world) {
    return Http.json(world.admin("GET", "mappings/SHOP/sweep", null));
  }
}
