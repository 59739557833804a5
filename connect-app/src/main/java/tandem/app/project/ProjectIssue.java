package tandem.app.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An issue of a project as its index holds it.
 *
 * @param type its type's name, and {@code status} its status' name, in Jira's words
 * @param open false once its status is one of the category "Done"
 * @param closed when that happened; empty for an open one, and where Jira does not tell
 * @param estimate in the site's unit, mostly story points; empty where it has none
 * @param sprints those that it was in and that began
 */
public record ProjectIssue(
    Name name,
    String type,
    String status,
    boolean open,
    Set<String> labels,
    Instant created,
    Optional<Instant> closed,
    OptionalDouble estimate,
    List<Sprint> sprints,
    IssueSummary summary,
    DecisionDigest decisions) {

  public ProjectIssue {
    labels = Set.copyOf(labels);
    sprints = List.copyOf(sprints);
  }

  /** What people know an issue by; its id never changes. */
  public record Name(String id, String key, String summary) {}

  /** Rated anew. */
  ProjectIssue rated(OptionalInt impact, OptionalInt effort) {
    return new ProjectIssue(
        name,
        type,
        status,
        open,
        labels,
        created,
        closed,
        estimate,
        sprints,
        summary.rated(impact, effort),
        decisions);
  }
}
