package tandem.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.state.Issue;

/** One pair of issues from a conflict to a choice to its undo, by HTTP against both sandboxes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SteeringTest {
  private static final String HEALTH = "budget:system-health";
  private static final String FEATURES = "budget:features";
  private static TwinWorld world;
  private static Issue issue;
  private static String twin;

  @BeforeAll
  static void start() {
    world = new TwinWorld();
    issue = world.jira.hand().issue("SHOP", "Pay by invoice", HEALTH);
    twin = world.twinOf(issue);
    world.jira.install(world.at("/atlassian-connect.json"));
    world.connect();
    Map<String, Object> rules = new HashMap<>(world.rules());
    rules.put("policy", "ask");
    assertThat(world.admin("PUT", "mappings/SHOP", rules).statusCode()).isEqualTo(200);
    tagInLinear(world.linearLabel("features"));
    assertThat(world.admin("POST", "mappings/SHOP/backfill", null).statusCode()).isEqualTo(202);
    soon(() -> get("conflicts").path("conflicts").size() == 1);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static void soon(Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
  }

  private static void tagInLinear(String label) {
    world.ask(
        "mutation($id: String!, $i: IssueUpdateInput!) { issueUpdate(id: $id, input: $i) {"
            + " success } }",
        Map.of("id", twin, "i", Map.of("addedLabelIds", List.of(label))));
  }

  private static JsonNode get(String path) {
    return Http.json(world.admin("GET", path, null));
  }

  private static long link() {
    return get("mappings/SHOP/links").at("/links/0/id").asLong();
  }

  private static void isProblem(HttpResponse<String> answer, int status, String words) {
    assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .contains("application/problem+json");
    assertThat(Http.json(answer).path("detail").asText()).contains(words);
  }

  @Test
  @Order(1)
  void anOpenConflictShowsBothValuesAndWhy() {
    JsonNode conflict = get("conflicts").at("/conflicts/0");
    assertThat(conflict.path("state").asText()).isEqualTo("open");
    assertThat(conflict.path("row").asText()).isEqualTo("R08");
    assertThat(conflict.path("why").asText()).contains("a person has to choose");
    assertThat(conflict.at("/jira/budgets/0").asText()).isEqualTo("system-health");
    assertThat(conflict.at("/linear/budgets/0").asText()).isEqualTo("features");
    assertThat(conflict.path("link").asLong()).isEqualTo(link());
  }

  @Test
  @Order(2)
  void whatCannotBeAskedIsSaidInWords() {
    String choice = "links/" + link() + "/choice";
    isProblem(world.admin("POST", choice, Map.of("side", "left")), 400, "jira or linear");
    isProblem(world.admin("POST", choice, Map.of()), 400, "either side");
    isProblem(world.admin("POST", choice, Map.of("budget", "A B")), 400, "a-z");
    isProblem(world.admin("POST", choice, Map.of("budget", "other")), 409, "features");
    isProblem(world.admin("GET", "conflicts?state=closed", null), 400, "open or all");
    isProblem(world.admin("GET", "conflicts?limit=0", null), 400, "1 to 200");
    isProblem(world.admin("POST", "links/" + link() + "/replay", null), 409, "not set aside");
    assertThat(get("quarantine").path("links").isArray()).isTrue();
    assertThat(get("quarantine").path("links")).isEmpty();
  }

  @Test
  @Order(3)
  void theChosenSideGoesToTheOtherOneWithAReceipt() {
    var chosen = world.admin("POST", "links/" + link() + "/choice", Map.of("side", "linear"));
    assertThat(chosen.statusCode()).describedAs(chosen.body()).isEqualTo(202);
    soon(() -> world.jiraLabels(issue).equals(Set.of(FEATURES)));
    soon(() -> get("conflicts").path("conflicts").isEmpty());
    JsonNode answered = get("conflicts?state=all").at("/conflicts/0");
    assertThat(answered.path("state").asText()).isEqualTo("answered");
    assertThat(answered.path("chosen").asText()).isEqualTo("features");
    JsonNode receipt = get("mappings/SHOP/receipts").at("/receipts/0");
    assertThat(receipt.path("side").asText()).isEqualTo("jira");
    assertThat(receipt.at("/before/0").asText()).isEqualTo("system-health");
    assertThat(receipt.path("why").asText()).isEqualTo("a person chose between the two sides");
    assertThat(receipt.path("undo").isNull()).isTrue();
  }

  @Test
  @Order(4)
  void anUndoneReceiptSetsBothSidesBackAndSaysSo() {
    String receipts = "links/" + link() + "/receipts";
    long receipt = get(receipts).at("/receipts/0/id").asLong();
    var undone = world.admin("POST", receipts + "/" + receipt + "/undo", null);
    assertThat(undone.statusCode()).describedAs(undone.body()).isEqualTo(202);
    String health = world.linearLabel("system-health");
    soon(() ->
        world.jiraLabels(issue).equals(Set.of(HEALTH))
            && world.linearLabels(twin).equals(Set.of(health)));
    soon(() ->
        get(receipts + "?before=" + (receipt + 1)).at("/receipts/0/undo").asText().equals("done"));
    assertThat(get(receipts).path("receipts")).hasSize(3);
    isProblem(
        world.admin("POST", receipts + "/" + receipt + "/undo", null),
        409,
        "now system-health stands in " + issue.ref().key());
  }

  @Test
  @Order(5)
  void aListIsPagedByTheLastIdThatWasShown() {
    String receipts = "links/" + link() + "/receipts?limit=2";
    JsonNode first = get(receipts);
    JsonNode second = get(receipts + "&before=" + first.path("next").asLong());
    assertThat(first.path("receipts")).hasSize(2);
    assertThat(second.path("receipts")).hasSize(1);
    assertThat(second.path("next").isNull()).isTrue();
  }

  @Test
  @Order(6)
  void theLinksOfAMappingShowBothSides() {
    JsonNode link = get("mappings/SHOP/links").at("/links/0");
    assertThat(link.at("/jira/key").asText()).isEqualTo(issue.ref().key());
    assertThat(link.at("/linear/budgets/0").asText()).isEqualTo("system-health");
    assertThat(link.path("agreed").asText()).isEqualTo("system-health");
  }

  @Test
  @Order(7)
  void whatIsNotThisTenantsIsUnknownAndOthersMayNotAsk() {
    String foreign = "links/" + (link() + 1000);
    isProblem(world.admin("GET", foreign + "/receipts", null), 404, "no such pair");
    isProblem(world.admin("POST", foreign + "/receipts/1/undo", null), 404, "no such pair");
    isProblem(world.admin("POST", foreign + "/replay", null), 404, "no such pair");
    isProblem(
        world.admin("POST", foreign + "/choice", Map.of("side", "jira")), 404, "no such pair");
    isProblem(world.admin("GET", "mappings/NOPE/links", null), 404, "NOPE");
    isProblem(
        world.admin("POST", "links/" + link() + "/receipts/999999/undo", null), 404, "receipt");
    for (String list :
        List.of("conflicts", "quarantine", "mappings/SHOP/links", "links/1/receipts")) {
      assertThat(world.adminAs(Cast.EDITOR, "GET", list, null).statusCode()).isEqualTo(403);
    }
  }
}
