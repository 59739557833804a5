package tandem.sandbox.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people begin is found on the side where they began it, and as often as it is there. */
class BeginnersTest {
  private static final StageOptions OPTIONS =
      new StageOptions(
          Path.of("none"), Path.of("none"), 2, 1, 1, 1, StageOptions.Allowance.BOUNDLESS);

  private final Trackers trackers = Trackers.open(OPTIONS, InstantSource.system());
  private final Beginners beginners = new Beginners(trackers);
  private final Pair pair = trackers.pairs().getFirst();

  @AfterEach
  void close() {
    trackers.close();
  }

  @Test
  void aDecisionIsCountedOnItsSideOnly() {
    beginners.decide(pair, Tracker.JIRA, "begun-1");
    beginners.decide(pair, Tracker.LINEAR, "begun-2");
    assertThat(beginners.decisions(pair, Tracker.JIRA, "begun-1")).isEqualTo(1);
    assertThat(beginners.decisions(pair, Tracker.LINEAR, "begun-1")).isZero();
    assertThat(beginners.decisions(pair, Tracker.LINEAR, "begun-2")).isEqualTo(1);
    assertThat(beginners.decisions(trackers.pairs().get(1), Tracker.JIRA, "begun-1")).isZero();
  }

  @Test
  void aDecisionThatIsThereTwiceIsCountedTwice() {
    beginners.decide(pair, Tracker.LINEAR, "begun-3");
    beginners.decide(pair, Tracker.LINEAR, "begun-3");
    assertThat(beginners.decisions(pair, Tracker.LINEAR, "begun-3")).isEqualTo(2);
  }

  @Test
  void anIssueOfTheSameNameIsATwinWhenItNamesTheJiraIssue() {
    var key = beginners.issue("New", "speed");
    assertThat(beginners.twins(key, "New", false)).isEmpty();
    var twin = issueInLinear("New");
    assertThat(beginners.twins(key, "New", false)).hasSize(1);
    assertThat(beginners.twins(key, "New", true)).isEmpty();
    attach(twin, trackers.jira().baseUrl() + "/browse/" + key);
    assertThat(beginners.twins(key, "New", true))
        .containsExactly(new Pair(-1, trackers.jira().hand().read(key).id(), key, twin));
  }

  private String issueInLinear(String title) {
    var team = ask("{ teams { nodes { id } } }", Map.of()).at("/teams/nodes/0/id").asText();
    var create = "mutation($i: IssueCreateInput!) { issueCreate(input: $i) { issue { id } } }";
    return ask(create, Map.of("i", Map.of("teamId", team, "title", title)))
        .at("/issueCreate/issue/id")
        .asText();
  }

  private void attach(String issue, String url) {
    ask(
        "mutation($i: AttachmentCreateInput!) { attachmentCreate(input: $i) { success } }",
        Map.of("i", Map.of("issueId", issue, "url", url, "title", "Jira")));
  }

  private JsonNode ask(String query, Map<String, ?> variables) {
    return trackers.linear().ask(trackers.linearAdmin(), query, variables);
  }
}
