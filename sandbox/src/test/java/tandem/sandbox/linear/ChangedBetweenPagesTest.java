package tandem.sandbox.linear;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A listing whose rows change while it is read page by page. Five issues, a minute apart: 1 to 5.
 */
class ChangedBetweenPagesTest {
  private static final String PAGE =
      "query($after: String) { issues(first: 2, after: $after, %s) { nodes { title } pageInfo {"
          + " hasNextPage endCursor } } }";

  private final TestClock clock = new TestClock();
  private final LinearRoom room = new LinearRoom(LinearSettings.defaults().at(clock));
  private final Map<String, String> ids = new HashMap<>();

  @BeforeEach
  void fiveIssues() {
    List.of("1", "2", "3", "4", "5").forEach(this::issue);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private void issue(String title) {
    clock.pass(Duration.ofMinutes(1));
    ids.put(title, room.issue(title));
  }

  private void touch(String title) {
    clock.pass(Duration.ofMinutes(1));
    room.ask(
        "mutation($id: String!) { issueUpdate(id: $id, input: {priority: 1}) { success } }",
        Map.of("id", String.valueOf(ids.get(title))));
  }

  private void archive(String title) {
    room.ask(
        "mutation($id: String!) { issueArchive(id: $id) { success } }",
        Map.of("id", String.valueOf(ids.get(title))));
  }

  /** Reads all pages; the change is made after the first one. */
  private List<String> read(String order, Runnable change) {
    List<String> titles = new ArrayList<>();
    Map<String, Object> variables = new HashMap<>();
    variables.put("after", null);
    JsonNode page = page(order, variables, titles);
    change.run();
    while (page.at("/pageInfo/hasNextPage").asBoolean()) {
      variables.put("after", page.at("/pageInfo/endCursor").asText());
      page = page(order, variables, titles);
    }
    return titles;
  }

  private JsonNode page(String order, Map<String, Object> variables, List<String> titles) {
    JsonNode page = room.ask(PAGE.formatted(order), variables).data("issues");
    page.path("nodes").forEach(node -> titles.add(node.path("title").asText()));
    return page;
  }

  @Test
  void anIssueThatIsTouchedComesToTheFrontOfTheNextListing() {
    assertThat(read("orderBy: updatedAt", () -> touch("1"))).containsExactly("5", "4", "3", "2");
    assertThat(read("orderBy: updatedAt", () -> {})).containsExactly("1", "5", "4", "3", "2");
  }

  @Test
  void anIssueThatIsTouchedComesAgainWhereTheNewestAreLast() {
    String order = "sort: [{updatedAt: {order: Ascending}}]";
    assertThat(read(order, () -> touch("1"))).containsExactly("1", "2", "3", "4", "5", "1");
  }

  @Test
  void anIssueThatIsNewIsBehindThePageOrBeforeIt() {
    assertThat(read("orderBy: createdAt", () -> issue("6")))
        .containsExactly("5", "4", "3", "2", "1");
    assertThat(read("sort: [{createdAt: {order: Ascending}}]", () -> issue("7")))
        .containsExactly("1", "2", "3", "4", "5", "6", "7");
  }

  @Test
  void anIssueThatIsArchivedIsLeftOutAndThePageGoesOnBehindIt() {
    assertThat(read("orderBy: createdAt", () -> archive("4")))
        .containsExactly("5", "4", "3", "2", "1");
    assertThat(read("orderBy: createdAt", () -> archive("2"))).containsExactly("5", "3", "1");
  }

  @Test
  void backwardsItIsTheSameListing() {
    touch("2");
    assertThat(read("orderBy: updatedAt", () -> {})).containsExactly("2", "5", "4", "3", "1");
    assertThat(
            room.ask("{ issues(last: 2, orderBy: updatedAt) { nodes { title } } }").data("issues"))
        .hasToString("{\"nodes\":[{\"title\":\"3\"},{\"title\":\"1\"}]}");
  }
}
