package tandem.app.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tandem.app.project.DecisionDigest.Entry;
import tandem.app.project.ProjectIssue;
import tandem.sync.model.DecisionSpace;
import tandem.sync.model.DecisionStatus;

/**
 * A line of the log.
 *
 * @param status null where it is none of the four that Tandem knows
 * @param overdue it still stands and was to be looked at again before today
 * @param dissent how many people did not agree
 * @param supersedes the id of another decision of the same issue, empty for none
 * @param supersededBy the id of the one that supersedes it; null for none
 * @param excerpt the beginning of its texts, to be searched; empty where there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record LoggedDecision(
    ProjectIssue.Name issue,
    String id,
    String title,
    @Nullable String status,
    @Nullable String space,
    List<String> decidedBy,
    @Nullable LocalDate decidedOn,
    @Nullable LocalDate reviewOn,
    boolean overdue,
    int dissent,
    String supersedes,
    @Nullable String supersededBy,
    String excerpt) {

  static LoggedDecision of(ProjectIssue issue, Entry entry, LocalDate today) {
    return new LoggedDecision(
        issue.name(),
        entry.id().value(),
        entry.title(),
        entry.status().map(DecisionStatus::word).orElse(null),
        entry.space().map(DecisionSpace::word).orElse(null),
        entry.by(),
        entry.on().orElse(null),
        entry.reviewOn().orElse(null),
        entry.isOverdue(today),
        entry.dissent(),
        entry.supersedes(),
        successor(issue.decisions().entries(), entry),
        entry.excerpt());
  }

  private static @Nullable String successor(List<Entry> all, Entry entry) {
    return all.stream()
        .filter(it -> it.supersedes().equals(entry.id().value()) && !it.id().equals(entry.id()))
        .map(it -> it.id().value())
        .findFirst()
        .orElse(null);
  }
}
