package tandem.app.panel.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Installation;
import tandem.app.panel.document.PropertyText;
import tandem.app.panel.summary.Summary;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;

/**
 * The rated issues of a project, the last touched ones, for whoever may see them. What Jira's index
 * said counts for a minute, and the index is some seconds behind.
 */
@Component
public class Neighbours {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int MOST_PROJECTS = 2_000;
  private static final int LOOKED_AT = 100;
  private static final int MOST = 50;

  private final JiraCalls jira;
  private final Permissions permissions;
  private final Cache<Key, List<Neighbour>> seen;

  private record Key(InstallationId installation, String projectId) {}

  /** An issue beside another one. */
  public record Neighbour(String id, String key, String summary, int impact, int effort) {}

  Neighbours(JiraCalls jira, Permissions permissions, InstantSource clock) {
    this.jira = jira;
    this.permissions = permissions;
    this.seen =
        Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(MOST_PROJECTS)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** At most 50, without the issue itself. */
  public List<Neighbour> of(Caller caller, PanelIssue issue) {
    Installation installation = caller.installation();
    List<Neighbour> rated =
        seen.get(
            new Key(installation.id(), issue.project().id()),
            key -> search(installation, issue.project().id()));
    Set<String> visible = permissions.visible(caller, rated.stream().map(Neighbour::id).toList());
    IssueId own = issue.name().id();
    return rated.stream()
        .filter(other -> visible.contains(other.id()) && !other.id().equals(own.value()))
        .limit(MOST)
        .toList();
  }

  private List<Neighbour> search(Installation installation, String projectId) {
    ObjectNode query =
        PropertyText.object()
            .put(
                "jql",
                "project = "
                    + projectId
                    + " AND tandemImpact >= 1 AND tandemEffort >= 1 ORDER BY updated DESC")
            .put("maxResults", LOOKED_AT);
    query.putArray("fields").add("summary");
    query.putArray("properties").add(Summary.PROPERTY);
    JsonNode answer =
        Answers.valueOf(
                jira.ask(
                    installation, JiraCalls.address(installation, "search", "jql").build(), query))
            .orElseGet(PropertyText::object);
    List<Neighbour> rated = new ArrayList<>();
    for (JsonNode found : answer.path("issues")) {
      JsonNode summary = found.path("properties").path(Summary.PROPERTY);
      if (isRating(summary.path("impact")) && isRating(summary.path("effort"))) {
        rated.add(neighbour(PanelIssue.name(found), summary));
      }
    }
    return List.copyOf(rated);
  }

  private static Neighbour neighbour(PanelIssue.Name name, JsonNode summary) {
    return new Neighbour(
        name.id().value(),
        name.key(),
        name.summary(),
        summary.path("impact").asInt(),
        summary.path("effort").asInt());
  }

  private static boolean isRating(JsonNode value) {
    return value.canConvertToInt() && value.asInt() >= 1 && value.asInt() <= 5;
  }
}
