package tandem.app.panel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tandem.app.panel.Documents.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.state.Issue;

/** What a panel shows beside its document: the budget, the neighbours in the matrix, people. */
class IssueSurroundingsTest {
  private static TwinWorld world;
  private PanelClient panel;

  @BeforeAll
  static void start() {
    world = new TwinWorld();
    world.map();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @BeforeEach
  void anIssue() {
    panel = on(world.jira.hand().issue("SHOP", "Pay by invoice", "budget:features", "urgent"));
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(world::isQuiet);
  }

  private static PanelClient on(Issue issue) {
    return new PanelClient(world, issue, Cast.EDITOR);
  }

  private static JsonNode saved(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
    return Http.json(answer);
  }

  @Test
  void theBudgetIsSwitchedInOneEditThatKeepsOtherLabels() {
    world.jira.calls().reset();
    JsonNode switched =
        saved(panel.call("PUT", "budget", Map.of(), json("{'budget':'system-health'}")));
    assertThat(switched.at("/budget/name").asText()).isEqualTo("system-health");
    assertThat(switched.at("/mapping/budgets/0/share").asInt()).isEqualTo(80);
    assertThat(world.jiraLabels(panel.issue())).containsExactly("budget:system-health", "urgent");
    assertThat(world.jira.calls().of("app", "PUT /rest/api/3/issue/{issueIdOrKey}")).isEqualTo(1);
    assertThat(panel.property("tandem.summary").path("budget").asText()).isEqualTo("system-health");

    saved(panel.call("PUT", "budget", Map.of(), json("{'budget':null}")));
    assertThat(world.jiraLabels(panel.issue())).containsExactly("urgent");
    JsonNode tradeoff = panel.read("tradeoff");
    assertThat(tradeoff.path("budget").isNull()).isTrue();
    assertThat(tradeoff.at("/mapping/labels")).hasSize(2);
    assertThat(panel.call("PUT", "budget", Map.of(), json("{'budget':'mine'}")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void theNeighboursAreTheRatedIssuesBesideThisOne() {
    PanelClient other = on(world.jira.hand().issue("SHOP", "Rated <b>too</b>"));
    saved(other.put("impact", "0", json("{'v':1,'rating':{'impact':4,'effort':2}}")));
    Issue asker = world.jira.hand().issue("SHOP", "Asks");
    JsonNode neighbours = on(asker).read("neighbours").path("neighbours");
    assertThat(neighbours).isNotEmpty();
    neighbours.forEach(it -> assertThat(it.path("id").asText()).isNotEqualTo(asker.id()));
  }

  @Test
  void namesAreToldForIdsAndPeopleAreFoundByTheirNames() {
    String id = Cast.EDITOR.accountId();
    JsonNode people = panel.read("people?ids=" + id + ",712020:gone").path("people");
    assertThat(people)
        .isEqualTo(
            json(
                "[{'id':'%s','name':'Jonas Lindqvist','active':true},".formatted(id)
                    + "{'id':'712020:gone','name':null,'active':false}]"));
    world.jira.calls().reset();
    assertThat(panel.read("people?ids=" + id).path("people")).hasSize(1);
    assertThat(world.jira.calls().of("app")).isZero();

    assertThat(panel.read("people?query=amara").at("/people/0/name").asText())
        .isEqualTo("Amara Okafor");
    assertThat(panel.read("people?query=nobody").path("people")).isEmpty();
    assertThat(panel.as(Cast.VIEWER).get("people?query=amara").statusCode()).isEqualTo(403);
    assertThat(panel.as(Cast.VIEWER).get("people?ids=" + id).statusCode()).isEqualTo(200);
    assertThat(panel.get("people?ids=" + "a,".repeat(50) + "x".repeat(200)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void anIdThatNobodyCanHaveIsNobodyAndHidesNoOther() {
    String strange = URLEncoder.encode("<img src=/x onerror=alert(1)>", UTF_8);
    JsonNode people = panel.read("people?ids=" + Cast.ADMIN.accountId() + "," + strange);

    assertThat(people.at("/people/0/name").asText()).isEqualTo("Amara Okafor");
    assertThat(people.at("/people/1/name").isNull()).isTrue();
  }
}
