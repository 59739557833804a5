package tandem.sync.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tandem.sync.model.IssueId;

/**
 * The few fields of a Jira issue that a budget observation needs, as REST answers and webhooks
 * agree on them: {@code id}, {@code key}, {@code fields.project.id}, {@code fields.updated}, {@code
 * fields.labels}.
 */
record JiraIssue(IssueId id, String key, String projectId, Instant updated, Set<String> labels) {
  private static final int LONGEST_KEY = 255;

  /** What asks a REST call for exactly these fields. */
  static final String FIELDS = "labels,updated,project";

  /** A webhook's issue; empty where one of the fields is missing or not of its documented type. */
  static Optional<JiraIssue> told(JsonNode issue) {
    return read(issue, JiraJson.labels(issue.at("/fields/labels")));
  }

  /**
   * A REST call's issue. It was asked for its labels: without any in the answer, the project has no
   * such field.
   */
  static Optional<JiraIssue> answered(JsonNode issue) {
    JsonNode labels = issue.at("/fields/labels");
    boolean none = labels.isMissingNode() || labels.isNull();
    return read(issue, none ? Optional.of(Set.of()) : JiraJson.labels(labels));
  }

  private static Optional<JiraIssue> read(JsonNode issue, Optional<Set<String>> labels) {
    Optional<String> id = JiraJson.id(issue, "/id");
    Optional<String> key = JiraJson.text(issue, "/key").filter(k -> k.length() <= LONGEST_KEY);
    Optional<String> project = JiraJson.id(issue, "/fields/project/id");
    Optional<Instant> updated = JiraJson.time(issue, "/fields/updated");
    if (id.isEmpty()
        || key.isEmpty()
        || project.isEmpty()
        || updated.isEmpty()
        || labels.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new JiraIssue(
            new IssueId(id.get()), key.get(), project.get(), updated.get(), labels.get()));
  }

  JiraEvent.IssueSeen seen() {
    return new JiraEvent.IssueSeen(projectId, id, key, updated, labels);
  }
}
