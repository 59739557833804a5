package tandem.app.project;

import java.util.List;
import java.util.Optional;

/**
 * The issues of a project that a person may browse, the newest first.
 *
 * @param complete false where the project has more issues than are looked at
 * @param fields what the site has of estimates and sprints
 */
public record Listing(List<ProjectIssue> issues, boolean complete, ProjectFields fields) {
  public Listing {
    issues = List.copyOf(issues);
  }

  /** Of the person's issues, by its id. */
  public Optional<ProjectIssue> find(String issueId) {
    return issues.stream().filter(it -> it.name().id().equals(issueId)).findFirst();
  }

  /** Why not everything is counted, in words; empty where everything is. */
  public Optional<String> why() {
    return complete
        ? Optional.empty()
        : Optional.of(
            "The project has more issues than the newest %,d that are looked at."
                .formatted(ProjectIndex.MOST_ISSUES));
  }
}
