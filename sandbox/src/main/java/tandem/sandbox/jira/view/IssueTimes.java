package tandem.sandbox.jira.view;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.jira.field.Status;
import tandem.sandbox.jira.state.History;
import tandem.sandbox.jira.state.Issue;

/**
 * When what happened to an issue. A closed issue has a resolution date, as the workflow that comes
 * with Jira sets it; the status' category changes when it changes (both *assumed*).
 */
final class IssueTimes {
  private IssueTimes() {}

  /** The time that a field of that id shows; empty where it is empty. */
  static Optional<Instant> of(Issue issue, String field) {
    return switch (field) {
      case "created" -> Optional.of(issue.times().created());
      case "updated" -> Optional.of(issue.times().updated());
      case "resolutiondate" -> isDone(issue) ? Optional.of(categorySince(issue)) : Optional.empty();
      case "statuscategorychangedate" -> Optional.of(categorySince(issue));
      default -> throw new IllegalArgumentException("no field of time: " + field);
    };
  }

  private static boolean isDone(Issue issue) {
    return category(issue.field("status").asText())
        .filter(Status.Category.DONE::equals)
        .isPresent();
  }

  private static Instant categorySince(Issue issue) {
    return issue.annex().histories().reversed().stream()
        .filter(it -> it.items().stream().anyMatch(IssueTimes::changesCategory))
        .map(History::created)
        .findFirst()
        .orElse(issue.times().created());
  }

  private static boolean changesCategory(History.Item item) {
    return item.field().equals("status")
        && !category(item.from().id()).equals(category(item.to().id()));
  }

  private static Optional<Status.Category> category(@Nullable String statusId) {
    return Optional.ofNullable(statusId).flatMap(Status::find).map(Status::category);
  }
}
