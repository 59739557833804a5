package tandem.sandbox.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tandem.sandbox.http.Json;
import tandem.sandbox.linear.LinearRoom.Got;

/** What Linear does with issues and labels, over HTTP. */
class IssueRulesTest {
  private static final String UPDATE =
      "mutation($id: String!, $i: IssueUpdateInput!) { issueUpdate(id: $id, input: $i) { success"
          + " issue { id labelIds description updatedAt identifier } } }";

  private static LinearRoom room;
  private static String group;
  private static String features;
  private static String health;

  @BeforeAll
  static void open() {
    room = new LinearRoom();
    group = room.label("Budget", "", true);
    features = room.label("features", group, false);
    health = room.label("system-health", group, false);
  }

  @AfterAll
  static void close() {
    room.close();
  }

  private static Got update(String id, Map<String, ?> input) {
    return room.ask(UPDATE, Map.of("id", id, "i", input));
  }

  private static List<String> labels(Got got) {
    return Arrays.asList(
        Json.MAPPER.convertValue(
            got.data("issueUpdate").path("issue").path("labelIds"), String[].class));
  }

  @Test
  void anIssueGetsTheNextNumberOfItsTeamAndItsFirstState() {
    String id = room.issue("Apple Pay fails in Safari");
    Got got =
        room.ask(
            "{ issue(id: \"" + id + "\") { identifier number state { name } team { key } url } }");
    assertThat(got.status()).isEqualTo(200);
    assertThat(got.data("issue").path("identifier").asText()).matches("CHK-\\d+");
    assertThat(got.data("issue").path("state").path("name").asText()).isEqualTo("Backlog");
    assertThat(got.data("issue").path("url").asText())
        .startsWith(room.service.baseUrl() + "/acme/issue/CHK-");
  }

  @Test
  void anIssueIsFoundByItsIdentifier() {
    String id = room.issue("Coupon is applied twice");
    String identifier =
        room.ask("{ issue(id: \"" + id + "\") { identifier } }")
            .data("issue")
            .path("identifier")
            .asText();
    assertThat(
            room.ask("{ issue(id: \"" + identifier + "\") { id } }")
                .data("issue")
                .path("id")
                .asText())
        .isEqualTo(id);
  }

  @Test
  void whatIsNotThereIsAnInputErrorWithStatus200() {
    Got got = room.ask("{ issue(id: \"00000000-0000-4000-8000-000000000000\") { id } }");
    assertThat(got.status()).isEqualTo(200);
    assertThat(got.error()).startsWith("Entity not found");
    assertThat(got.code()).isEqualTo("INPUT_ERROR");
    assertThat(got.body().path("data").isNull()).isTrue();
  }

  @Test
  void aSecondCreateWithTheSameIdIsRefused() {
    Map<String, ?> input =
        Map.of("id", "6f1c7f0e-2a43-4c5b-9d3e-0a1b2c3d4e5f", "title", "Once", "teamId", room.team);
    String create = "mutation($i: IssueCreateInput!) { issueCreate(input: $i) { issue { id } } }";
    assertThat(
            room.ask(create, Map.of("i", input))
                .data("issueCreate")
                .path("issue")
                .path("id")
                .asText())
        .isEqualTo("6f1c7f0e-2a43-4c5b-9d3e-0a1b2c3d4e5f");
    Got second = room.ask(create, Map.of("i", input));
    assertThat(second.error()).contains("conflict on insert of Issue");
    assertThat(second.code()).isEqualTo("INPUT_ERROR");
  }

  @Test
  void aSecondLabelOfAnExclusiveGroupIsRefusedAndASwapIsTaken() {
    String id = room.issue("Slow basket");
    assertThat(labels(update(id, Map.of("addedLabelIds", List.of(features)))))
        .containsExactly(features);
    assertThat(update(id, Map.of("addedLabelIds", List.of(health))).error())
        .isEqualTo("labelIds not exclusive child labels");
    assertThat(
            labels(
                update(
                    id,
                    Map.of(
                        "addedLabelIds", List.of(health), "removedLabelIds", List.of(features)))))
        .containsExactly(health);
  }

  @Test
  void aGroupItselfIsNotWorn() {
    String id = room.issue("Group");
    assertThat(update(id, Map.of("addedLabelIds", List.of(group))).code()).isEqualTo("INPUT_ERROR");
  }

  @Test
  void anUpdateThatChangesNothingLeavesTheTimeAlone() {
    String id = room.issue("Quiet");
    Got first = update(id, Map.of("addedLabelIds", List.of(features)));
    Got second = update(id, Map.of("addedLabelIds", List.of(features)));
    assertThat(second.data("issueUpdate")).isEqualTo(first.data("issueUpdate"));
  }

  @Test
  void nullClearsAFieldAndAbsenceLeavesIt() {
    String id = room.issue("Described");
    update(id, Map.of("description", "Some words"));
    Got kept = update(id, Map.of("title", "Still described"));
    assertThat(kept.data("issueUpdate").path("issue").path("description").asText())
        .isEqualTo("Some words");
    Map<String, Object> cleared = new HashMap<>();
    cleared.put("description", null);
    assertThat(update(id, cleared).data("issueUpdate").path("issue").path("description").isNull())
        .isTrue();
  }

  @Test
  void creatingInParallelGivesEveryIssueANumberOfItsOwn() throws Exception {
    Set<String> identifiers = ConcurrentHashMap.newKeySet();
    try (ExecutorService people = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 40; i++) {
        String title = "Parallel " + i;
        var unused =
            people.submit(() ->
                identifiers.add(
                    room.ask("{ issue(id: \"" + room.issue(title) + "\") { identifier } }")
                        .data("issue")
                        .path("identifier")
                        .asText()));
      }
    }
    assertThat(identifiers).hasSize(40).allMatch(text -> text.startsWith("CHK-"));
  }

  @Test
  void reservedNamesCannotBeLabels() {
    Got got =
        room.ask(
            "mutation($i: IssueLabelCreateInput!) { issueLabelCreate(input: $i) { success } }",
            Map.of("i", Map.of("name", "Priority")));
    assertThat(got.error()).contains("reserved");
  }

  @Test
  void whatIsNotBuiltSaysSoByName() {
    assertThat(room.ask("{ projects { nodes { id } } }").error()).contains("Query.projects");
    String id = room.issue("Loud");
    assertThat(room.ask("{ issue(id: \"" + id + "\") { history { nodes { id } } } }").error())
        .contains("Issue.history");
    assertThat(update(id, Map.of("cycleId", "x")).error()).contains("IssueUpdateInput.cycleId");
    assertThat(room.ask("{ issues(filter: {cycle: {number: {eq: 1}}}) { nodes { id } } }").error())
        .contains("cycle");
  }

  @Test
  void aQueryBeyondTheCapIsRefusedBeforeItRuns() {
    Got got =
        room.ask(
            "{ issues(first: 250) { nodes { labels { nodes { id name } } comments { nodes { id body"
                + " } } } } }");
    assertThat(got.status()).isEqualTo(400);
    assertThat(got.error()).contains("too complex");
  }

  @Test
  void aDeletedIssueLiesInTheTrashAndAListingLeavesItOut() {
    String id = room.issue("Goes away");
    room.ask("mutation { issueDelete(id: \"" + id + "\") { success } }");
    String query =
        "{ issues(filter: {id: {in: [\"" + id + "\"]}}%s) { nodes { id trashed archivedAt } } }";
    assertThat(room.ask(query.formatted("")).data("issues").path("nodes")).isEmpty();
    assertThat(
            room.ask(query.formatted(", includeArchived: true"))
                .data("issues")
                .path("nodes")
                .path(0)
                .path("trashed")
                .asBoolean())
        .isTrue();
  }
}
