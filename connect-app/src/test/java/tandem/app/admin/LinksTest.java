package tandem.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.state.Issue;

/** Where links come from and how they go, against both sandboxes. */
class LinksTest {
  private static final String CREATE =
      "mutation($i: IssueCreateInput!) { issueCreate(input: $i) { issue { id identifier } } }";
  private static final String LOOK =
      "query($id: String!) { issue(id: $id) { title description priority dueDate estimate"
          + " assignee { id } state { id } } }";

  private static TwinWorld world;

  @BeforeAll
  static void start() {
    world = new TwinWorld();
    world.setUp();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  /** An issue in Linear that points nowhere. */
  private record Loner(String id, String key) {
    static Loner titled(String title) {
      JsonNode made =
          world.ask(CREATE, Map.of("i", Map.of("teamId", world.team(), "title", title)));
      return new Loner(
          made.at("/issueCreate/issue/id").asText(),
          made.at("/issueCreate/issue/identifier").asText());
    }
  }

  @Test
  void aRemoteLinkOfTheJiraIssueIsEnough() {
    Issue issue = world.jira.hand().issue("SHOP", "Pay later", "budget:features");
    Loner twin = Loner.titled("Pay later");
    String workspace = get("linear").at("/workspace/url").asText();
    world.jira.hand().remoteLink(issue.ref().key(), "g-1", "https://example.com/x", "Not it");
    world
        .jira
        .hand()
        .remoteLink(
            issue.ref().key(), "g-2", workspace + "/issue/" + twin.key() + "/pay-later", "Twin");
    backfill();
    awaitLabels(twin.id(), Set.of(world.linearLabel("features")));
  }

  @Test
  void aPairUnderLinearsOwnSyncIsLinkedAndNothingButTheBudgetIsWritten() {
    Issue issue = world.jira.hand().issue("SHOP", "Pay by card", "other-label");
    Loner twin = Loner.titled("Another title, which the native sync owns");
    world.linear.seed().syncedWithJira(twin.id(), issue.ref().key(), "10000");
    JsonNode before = world.ask(LOOK, Map.of("id", twin.id()));
    String summary = issue.fields().get("summary").asText();
    backfill();
    world.jira.hand().labels(issue.ref().key(), "other-label", "budget:features");
    awaitLabels(twin.id(), Set.of(world.linearLabel("features")));
    world.ask(
        "mutation($id: String!, $i: IssueUpdateInput!) { issueUpdate(id: $id, input: $i) {"
            + " success } }",
        Map.of(
            "id",
            twin.id(),
            "i",
            Map.of("removedLabelIds", List.of(world.linearLabel("features")))));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> world.jiraLabels(issue).equals(Set.of("other-label")));
    assertThat(world.ask(LOOK, Map.of("id", twin.id()))).isEqualTo(before);
    Issue after = world.jira.hand().read(issue.ref().key());
    assertThat(after.fields().get("summary").asText()).isEqualTo(summary);
    assertThat(after.fields().get("description")).isEqualTo(issue.fields().get("description"));
  }

  @Test
  void anAdminLinksTwoIssuesAndTakesThemApart() {
    Issue issue = world.jira.hand().issue("SHOP", "Refunds", "budget:features");
    Loner twin = Loner.titled("Refunds");
    HttpResponse<String> made = link(issue.ref().key(), twin.key());
    assertThat(made.statusCode()).describedAs(made.body()).isEqualTo(201);
    long link = Http.json(made).path("id").asLong();
    awaitLabels(twin.id(), Set.of(world.linearLabel("features")));
    assertThat(Http.json(link(issue.ref().key(), twin.key())).path("id").asLong())
        .as("again")
        .isEqualTo(link);

    Loner third = Loner.titled("A third");
    HttpResponse<String> taken = link(issue.ref().key(), third.key());
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(Http.json(taken).path("detail").asText()).contains("linked to another issue");

    assertThat(world.adminAs(Cast.EDITOR, "DELETE", "links/" + link, null).statusCode())
        .isEqualTo(403);
    assertThat(world.admin("DELETE", "links/" + link, null).statusCode()).isEqualTo(204);
    assertThat(world.admin("DELETE", "links/" + link, null).statusCode()).isEqualTo(404);
    assertThat(world.linearLabels(twin.id())).as("it stays as it is").hasSize(1);
  }

  @Test
  void aPairWhoseIssueWasArchivedRestsWithWordsUntilItIsRestored() {
    Issue issue = world.jira.hand().issue("SHOP", "Vouchers", "budget:features");
    Loner twin = Loner.titled("Vouchers");
    long link = Http.json(link(issue.ref().key(), twin.key())).path("id").asLong();
    awaitLabels(twin.id(), Set.of(world.linearLabel("features")));
    change("issueArchive", twin.id());
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> resting(link).startsWith(twin.key() + " is deleted, archived, moved away"));
    world.jira.hand().labels(issue.ref().key(), "budget:system-health");
    change("issueUnarchive", twin.id());
    awaitLabels(twin.id(), Set.of(world.linearLabel("system-health")));
    assertThat(resting(link)).isEqualTo("null");
  }

  private static void change(String mutation, String issue) {
    world.ask(
        "mutation($id: String!) { " + mutation + "(id: $id) { success } }", Map.of("id", issue));
  }

  private static String resting(long link) {
    for (JsonNode it : get("mappings/SHOP/links").path("links")) {
      if (it.path("id").asLong() == link) {
        return it.path("resting").asText();
      }
    }
    throw new AssertionError("no link " + link);
  }

  @Test
  void whatCannotBeLinkedIsNamed() {
    assertThat(link("SHOP-9999", "CHK-1").statusCode()).isEqualTo(409);
    assertThat(Http.json(link("SHOP-9999", "CHK-1")).path("detail").asText()).contains("SHOP-9999");
    assertThat(link("NOPE-1", "CHK-1").statusCode()).isEqualTo(404);
    assertThat(link("not a key", "CHK-1").statusCode()).isEqualTo(400);
    assertThat(world.admin("POST", "links", Map.of("jira", "SHOP-1")).statusCode()).isEqualTo(400);
  }

  private static HttpResponse<String> link(String jira, String linear) {
    return world.admin("POST", "links", Map.of("jira", jira, "linear", linear));
  }

  private static void backfill() {
    assertThat(world.admin("POST", "mappings/SHOP/backfill", null).statusCode()).isEqualTo(202);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> get("mappings/SHOP/backfill").path("state").asText().equals("done"));
  }

  private static void awaitLabels(String linearIssue, Set<String> labels) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> world.linearLabels(linearIssue).equals(labels));
  }

  private static JsonNode get(String path) {
    return Http.json(world.admin("GET", path, null));
  }
}
