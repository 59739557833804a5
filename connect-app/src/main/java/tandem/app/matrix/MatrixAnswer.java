package tandem.app.matrix;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tandem.app.connection.Mapping.MappedBudget;
import tandem.app.project.Listing;
import tandem.app.project.ProjectIssue;

/**
 * The issues that are not closed, the newest first.
 *
 * @param mayEdit whether the person may rate them
 * @param complete false where there are more; {@code why} then says why in words
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record MatrixAnswer(boolean mayEdit, List<Row> issues, boolean complete, @Nullable String why) {

  static MatrixAnswer of(Listing listing, List<MappedBudget> budgets, boolean mayEdit) {
    List<Row> rows =
        listing.issues().stream()
            .filter(ProjectIssue::open)
            .map(it -> Row.of(it, budgets))
            .toList();
    return new MatrixAnswer(mayEdit, rows, listing.complete(), listing.why().orElse(null));
  }

  /**
   * An issue.
   *
   * @param impact 1 to 5, and so is {@code effort}; null where nobody rated it
   * @param budget the name of the budget that it draws on; null for none
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Row(
      String id,
      String key,
      String summary,
      String type,
      String status,
      @Nullable Integer impact,
      @Nullable Integer effort,
      @Nullable String budget) {

    static Row of(ProjectIssue issue, List<MappedBudget> budgets) {
      return new Row(
          issue.name().id(),
          issue.name().key(),
          issue.name().summary(),
          issue.type(),
          issue.status(),
          number(issue.summary().impact()),
          number(issue.summary().effort()),
          budget(issue, budgets));
    }

    Row rated(Rating rating) {
      return new Row(id, key, summary, type, status, rating.impact(), rating.effort(), budget);
    }

    private static @Nullable Integer number(OptionalInt value) {
      return value.isPresent() ? value.getAsInt() : null;
    }

    private static @Nullable String budget(ProjectIssue issue, List<MappedBudget> budgets) {
      return budgets.stream()
          .filter(it -> issue.labels().contains(it.jiraLabel()))
          .map(it -> it.budget().name())
          .sorted()
          .findFirst()
          .orElse(null);
    }
  }
}
