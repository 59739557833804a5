package tandem.app.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tandem.sync.model.InstallationId;
import tandem.sync.replica.Outcome;

/**
 * How a project likes to be counted, from its property {@code tandem.project}; kept for a minute.
 * What cannot be read there, or is not answered, is by week and by count.
 */
@Component
public class ProjectHabits {
  private static final Duration COUNTS = Duration.ofMinutes(1);
  private static final int MOST = 10_000;
  private static final String PROPERTY = "tandem.project";

  private final JiraQuestions jira;
  private final Cache<Key, Habit> known;

  private record Key(InstallationId tenant, String projectId) {}

  /** Whether by sprint, else by week; and whether by estimate, else by number of issues. */
  public record Habit(boolean bySprint, boolean byEstimate) {
    static final Habit USUAL = new Habit(false, false);

    private static Habit read(JsonNode value) {
      return value.path("v").asInt() == 1
          ? new Habit(
              "sprint".equals(value.path("period").asText()),
              "estimate".equals(value.path("measure").asText()))
          : USUAL;
    }
  }

  ProjectHabits(JiraQuestions jira, InstantSource clock) {
    this.jira = jira;
    this.known =
        Caffeine.newBuilder()
            .expireAfterWrite(COUNTS)
            .maximumSize(MOST)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  public Habit of(Visit visit) {
    return known.get(new Key(visit.tenant(), visit.project().id()), key -> ask(visit));
  }

  private Habit ask(Visit visit) {
    return switch (jira.projectProperty(visit.installation(), visit.project().id(), PROPERTY)) {
      case Outcome.Done<JsonNode>(JsonNode value) -> Habit.read(value);
      case Outcome.Failed<JsonNode> failed -> Habit.USUAL;
    };
  }
}
