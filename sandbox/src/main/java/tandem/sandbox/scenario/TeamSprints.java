package tandem.sandbox.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tandem.sandbox.http.Json;
import tandem.sandbox.scenario.CheckoutTeam.Story;

/**
 * The team's sprints, two weeks each, as an issue's sprint field shows them. The present one began
 * five days ago.
 *
 * @see <a href=
 *     "https://developer.atlassian.com/cloud/jira/platform/deprecation-notice-tostring-representation-of-sprints-in-get-issue-response/">
 *     The field's JSON</a>
 */
record TeamSprints(Instant now) {
  private static final int DAYS = 14;
  private static final int INTO_THE_PRESENT = 5;
  private static final int PRESENT_NUMBER = 24;
  private static final int BOARD = 1;

  /** The sprints that the team worked on a story in; none for one that was not begun. */
  Optional<JsonNode> of(Story story) {
    if (story.status().equals("To Do") || story.type().equals("Epic")) {
      return Optional.empty();
    }
    ArrayNode sprints = Json.array();
    int last = story.status().equals("Done") ? ago(story.touched()) : 0;
    if (ago(story.touched() + DAYS / 2) > last && story.days() > story.touched() + DAYS / 2) {
      sprints.add(sprint(last + 1));
    }
    sprints.add(sprint(last));
    return Optional.of(sprints);
  }

  /** How many sprints ago a day was. */
  private static int ago(int daysAgo) {
    return daysAgo < INTO_THE_PRESENT ? 0 : (daysAgo - INTO_THE_PRESENT) / DAYS + 1;
  }

  private JsonNode sprint(int ago) {
    Instant start = now.minus(Duration.ofDays(INTO_THE_PRESENT + (long) ago * DAYS));
    Instant end = start.plus(Duration.ofDays(DAYS));
    int number = PRESENT_NUMBER - ago;
    var sprint =
        Json.object()
            .put("id", number)
            .put("name", "Checkout " + number)
            .put("state", ago == 0 ? "active" : "closed")
            .put("boardId", BOARD)
            .put("goal", "")
            .put("startDate", text(start))
            .put("endDate", text(end));
    if (ago > 0) {
      sprint.put("completeDate", text(end));
    }
    return sprint;
  }

  private static String text(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
