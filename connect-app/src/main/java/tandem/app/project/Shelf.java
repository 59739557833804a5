package tandem.app.project;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * All issues of a project as they were read, whoever may browse them; the newest first.
 *
 * @param complete false where the project has more
 * @param whole when the project was last read from end to end
 * @param upTo when it was last looked for changes
 */
record Shelf(
    List<ProjectIssue> issues,
    boolean complete,
    ProjectFields fields,
    Instant whole,
    Instant upTo) {
  private static final Comparator<ProjectIssue> NEWEST_FIRST =
      Comparator.comparing(ProjectIssue::created)
          .thenComparingLong(it -> Long.parseLong(it.name().id()))
          .reversed();

  Shelf {
    issues = issues.stream().sorted(NEWEST_FIRST).toList();
  }

  /** With these read again, at this time. */
  Shelf with(Collection<ProjectIssue> changed, Instant now) {
    Map<String, ProjectIssue> all = new LinkedHashMap<>();
    issues.forEach(it -> all.put(it.name().id(), it));
    changed.forEach(it -> all.put(it.name().id(), it));
    return new Shelf(List.copyOf(all.values()), complete, fields, whole, now);
  }

  Shelf rated(String issueId, OptionalInt impact, OptionalInt effort) {
    List<ProjectIssue> rated =
        issues.stream()
            .map(it -> it.name().id().equals(issueId) ? it.rated(impact, effort) : it)
            .toList();
    return new Shelf(rated, complete, fields, whole, upTo);
  }
}
