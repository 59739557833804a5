package tandem.app.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sprint that began, as an issue's sprint field names it.
 *
 * @param end when it was completed, else when it is to end; never before {@code start}
 * @param active whether it is under way
 * @see <a href=
 *     "https://developer.atlassian.com/cloud/jira/platform/deprecation-notice-tostring-representation-of-sprints-in-get-issue-response/">
 *     The field's JSON</a>
 */
public record Sprint(long id, String name, Instant start, Instant end, boolean active) {
  private static final int LONGEST_NAME = 255;
  private static final int MOST = 100;

  /** All that began of a field's value; a sprint of the future has no dates. */
  static List<Sprint> read(JsonNode field) {
    List<Sprint> sprints = new ArrayList<>();
    for (JsonNode sprint : field) {
      if (sprints.size() < MOST) {
        one(sprint).ifPresent(sprints::add);
      }
    }
    return List.copyOf(sprints);
  }

  private static Optional<Sprint> one(JsonNode sprint) {
    Optional<Instant> start = Bounded.time(sprint.path("startDate"));
    Optional<Instant> end =
        Bounded.time(sprint.path("completeDate"))
            .or(() -> Bounded.time(sprint.path("endDate")))
            .or(() -> start);
    boolean begun = !"future".equals(sprint.path("state").asText());
    if (!begun || start.isEmpty() || end.isEmpty() || !sprint.path("id").canConvertToLong()) {
      return Optional.empty();
    }
    return Optional.of(
        new Sprint(
            sprint.path("id").asLong(),
            Bounded.text(sprint.path("name"), LONGEST_NAME).orElse("Sprint"),
            start.get(),
            end.get().isBefore(start.get()) ? start.get() : end.get(),
            "active".equals(sprint.path("state").asText())));
  }
}
