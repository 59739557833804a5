package tandem.sandbox.linear;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.sandbox.linear.LinearRoom.Got;

/** Filters, order and pages of a listing. Three issues, a minute apart: Alpha, Beta, Gamma. */
class ListingTest {
  private static final TestClock CLOCK = new TestClock();
  private static LinearRoom room;
  private static String alpha;

  @BeforeAll
  static void open() {
    room = new LinearRoom(LinearSettings.defaults().at(CLOCK));
    alpha = room.issue("Alpha");
    CLOCK.pass(Duration.ofMinutes(1));
    String beta = room.issue("Beta");
    CLOCK.pass(Duration.ofMinutes(1));
    room.issue("Gamma");
    String bug = room.label("bug", "", false);
    update(beta, "addedLabelIds: [\"" + bug + "\"], priority: 2");
    update(alpha, "assigneeId: \"" + room.member + "\"");
    room.ask(
        "mutation { attachmentCreate(input: {issueId: \""
            + alpha
            + "\", url: \"http://localhost:8090/browse/SHOP-1\", title: \"SHOP-1\"}) { success }"
            + " }");
  }

  @AfterAll
  static void close() {
    room.close();
  }

  private static void update(String id, String input) {
    room.ask("mutation { issueUpdate(id: \"" + id + "\", input: {" + input + "}) { success } }");
  }

  private static List<String> titles(JsonNode connection) {
    List<String> titles = new ArrayList<>();
    connection.path("nodes").forEach(node -> titles.add(node.path("title").asText()));
    return titles;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: {eq: \"Beta\"} | Beta",
        "title: {containsIgnoreCase: \"AM\"} | Gamma",
        "title: {nin: [\"Beta\", \"Gamma\"]} | Alpha",
        "number: {lte: 2} | Alpha Beta",
        "priority: {gt: 0} | Beta",
        "labels: {name: {eq: \"bug\"}} | Beta",
        "labels: {some: {name: {startsWith: \"b\"}}} | Beta",
        "labels: {every: {name: {eq: \"bug\"}}, length: {gte: 1}} | Beta",
        "labels: {length: {eq: 0}} | Alpha Gamma",
        "assignee: {null: true} | Beta Gamma",
        "assignee: {name: {eq: \"Max Member\"}} | Alpha",
        "state: {type: {in: [\"backlog\"]}} | Alpha Beta Gamma",
        "team: {key: {eq: \"OPS\"}} | ''",
        "attachments: {url: {endsWith: \"/SHOP-1\"}} | Alpha",
        "createdAt: {gte: \"-PT90S\"} | Beta Gamma",
        "createdAt: {lt: \"2026-11-20T09:01:00.000Z\"} | Alpha",
        "and: [{number: {gt: 1}}, {number: {lt: 3}}] | Beta",
        "or: [{title: {eq: \"Alpha\"}}, {title: {eq: \"Gamma\"}}] | Alpha Gamma",
        "description: {null: true} | Alpha Beta Gamma"
      })
  void aFilterLeavesWhatItAsksFor(String filter, String expected) {
    Got got =
        room.ask(
            "{ issues(filter: {"
                + filter
                + "}, sort: [{createdAt: {order: Ascending}}]) { nodes { title } } }");
    assertThat(got.body().has("errors")).as(got.body().toString()).isFalse();
    assertThat(String.join(" ", titles(got.data("issues")))).isEqualTo(expected);
  }

  @Test
  void theNewestComeFirstIfNothingIsSaid() {
    assertThat(titles(room.ask("{ issues { nodes { title } } }").data("issues")))
        .containsExactly("Gamma", "Beta", "Alpha");
  }

  @Test
  void pagesForwardsGiveEveryRowOnce() {
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      Map<String, Object> variables = new HashMap<>();
      variables.put("after", cursor);
      Got got =
          room.ask(
              "query($after: String) { issues(first: 1, after: $after) { nodes { title } pageInfo {"
                  + " hasNextPage endCursor } } }",
              variables);
      seen.addAll(titles(got.data("issues")));
      JsonNode info = got.data("issues").path("pageInfo");
      cursor = info.path("hasNextPage").asBoolean() ? info.path("endCursor").asText() : null;
    } while (cursor != null && seen.size() < 9);
    assertThat(seen).containsExactly("Gamma", "Beta", "Alpha");
  }

  @Test
  void theLastOnesAreThereToo() {
    Got got = room.ask("{ issues(last: 2) { nodes { title } pageInfo { hasPreviousPage } } }");
    assertThat(titles(got.data("issues"))).containsExactly("Beta", "Alpha");
    assertThat(got.data("issues").path("pageInfo").path("hasPreviousPage").asBoolean()).isTrue();
  }

  @Test
  void moreThan250AtOnceAndStrangeCursorsAreRefused() {
    assertThat(room.ask("{ teams(first: 251) { nodes { id } } }").code()).isEqualTo("INPUT_ERROR");
    assertThat(room.ask("{ teams(after: \"nonsense\") { nodes { id } } }").error())
        .isEqualTo("Invalid cursor");
  }

  @Test
  void attachmentsOfAnIssueAndOfAUrlAreTheSame() {
    Got got =
        room.ask(
            "{ issue(id: \""
                + alpha
                + "\") { attachments { nodes { id } } } attachmentsForURL(url:"
                + " \"http://localhost:8090/browse/SHOP-1\") { nodes { id } } }");
    assertThat(got.data("attachmentsForURL").path("nodes"))
        .hasSize(1)
        .isEqualTo(got.data("issue").path("attachments").path("nodes"));
  }
}
