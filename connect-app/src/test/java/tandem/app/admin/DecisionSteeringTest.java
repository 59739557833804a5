package tandem.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.state.Issue;

/** A decision that is mirrored and one that cannot be read, by HTTP against both sandboxes. */
class DecisionSteeringTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TwinWorld world;
  private static Issue issue;
  private static String twin;

  @BeforeAll
  static void start() {
    world = new TwinWorld();
    issue = world.jira.hand().issue("SHOP", "Pay by invoice");
    twin = world.twinOf(issue);
    property("use-postgresql", JSON.createObjectNode().put("v", 1).put("title", "Use PostgreSQL"));
    property("from-the-future", JSON.createObjectNode().put("v", 99));
    world.jira.install(world.at("/atlassian-connect.json"));
    world.connect();
    assertThat(world.admin("PUT", "mappings/SHOP", world.rules()).statusCode()).isEqualTo(200);
    assertThat(world.admin("POST", "mappings/SHOP/backfill", null).statusCode()).isEqualTo(202);
    soon(() -> get("decisions/conflicts").path("conflicts").size() == 1);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static void property(String decision, ObjectNode value) {
    world.jira.hand().property(issue.ref().id(), "tandem.decision." + decision, value);
  }

  @Test
  void aDecisionInJiraBecomesADocumentOfTheTwinWithAReceipt() {
    JsonNode documents =
        world.ask(
            "query($id: String!) { issue(id: $id) { documents { nodes { title } } } }",
            Map.of("id", twin));
    assertThat(documents.at("/issue/documents/nodes")).hasSize(1);
    assertThat(documents.at("/issue/documents/nodes/0/title").asText())
        .isEqualTo("Decision: Use PostgreSQL");
    JsonNode receipt = get("mappings/SHOP/decisions/receipts").at("/receipts/0");
    assertThat(receipt.path("decision").asText()).isEqualTo("use-postgresql");
    assertThat(receipt.path("side").asText()).isEqualTo("linear");
    assertThat(receipt.path("before").isNull()).isTrue();
    assertThat(receipt.at("/after/title").asText()).isEqualTo("Use PostgreSQL");
    assertThat(receipt.at("/rows/0").asText()).isEqualTo("D10");
    assertThat(get("links/" + link() + "/decisions/receipts").path("receipts")).hasSize(1);
    isProblem(
        post("links/" + link() + "/receipts/" + receipt.path("id").asLong() + "/undo"),
        409,
        "by hand");
  }

  @Test
  void oneThatCannotBeReadIsShownWithTheReasonAndNotChosenOver() {
    JsonNode conflict = get("decisions/conflicts").at("/conflicts/0");
    assertThat(conflict.path("decision").asText()).isEqualTo("from-the-future");
    assertThat(conflict.path("row").asText()).isEqualTo("D19");
    assertThat(conflict.path("state").asText()).isEqualTo("open");
    assertThat(conflict.path("note").asText())
        .startsWith(issue.ref().key() + ": ")
        .contains("another version");
    String decision = "links/" + link() + "/decisions/from-the-future/";
    isProblem(
        world.admin("POST", decision + "choice", Map.of("side", "linear")),
        409,
        "never overwritten");
    isProblem(post(decision + "retry"), 409, "not set aside");
    isProblem(
        world.admin("POST", decision + "choice", Map.of("budget", "features")), 400, "jira or");
  }

  @Test
  void whatIsNotThereIsUnknownAndOthersMayNotAsk() {
    isProblem(post("links/" + link() + "/decisions/none/retry"), 404, "no such");
    isProblem(post("links/" + link() + "/decisions/NONE/retry"), 400, "a-z");
    isProblem(post("links/999999/decisions/none/retry"), 404, "no such");
    assertThat(get("holds").path("holds")).isEmpty();
    isProblem(post("holds/1/apply"), 409, "not wait");
    isProblem(post("holds/1/dismiss"), 409, "not wait");
    isProblem(world.admin("GET", "decisions/conflicts?state=closed", null), 400, "open or all");
    for (String list :
        List.of("decisions/conflicts", "holds", "mappings/SHOP/decisions/receipts")) {
      assertThat(world.adminAs(Cast.EDITOR, "GET", list, null).statusCode()).isEqualTo(403);
    }
    assertThat(world.adminAs(Cast.EDITOR, "POST", "holds/1/apply", null).statusCode())
        .isEqualTo(403);
  }

  private static long link() {
    return get("mappings/SHOP/links").at("/links/0/id").asLong();
  }

  private static JsonNode get(String path) {
    return Http.json(world.admin("GET", path, null));
  }

  private static HttpResponse<String> post(String path) {
    return world.admin("POST", path, null);
  }

  private static void soon(Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
  }

  private static void isProblem(HttpResponse<String> answer, int status, String words) {
    assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
    assertThat(Http.json(answer).path("detail").asText()).contains(words);
  }
}
