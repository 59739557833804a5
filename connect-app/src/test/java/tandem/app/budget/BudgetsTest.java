package tandem.app.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;
import tandem.app.budget.BudgetReport.Question;
import tandem.app.connection.Mapping;
import tandem.app.lifecycle.Installation;
import tandem.app.project.Listing;
import tandem.app.project.ProjectFields;
import tandem.app.project.Visit;
import tandem.sync.model.InstallationId;

class BudgetsTest {
  private static final Visit VISIT =
      new Visit(
          new Installation(
              new InstallationId(1), URI.create("https://one.example"), Optional.empty(), true),
          "712020:ada",
          new Mapping.Project("10000", "SHOP"));
  private static final Listing PLAIN =
      new Listing(List.of(), true, new ProjectFields(List.of(), List.of()));

  private final Budgets budgets =
      new Budgets(null, InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z")));

  @Test
  void aSiteWithoutSprintsIsNotAskedForThem() {
    refused(new Question(true, Measure.COUNT), "This Jira site has no sprints.");
  }

  @Test
  void aSiteWithoutStoryPointsIsNotAskedForThem() {
    refused(new Question(false, Measure.ESTIMATE), "This Jira site has no field for story points.");
  }

  private void refused(Question question, String words) {
    assertThatThrownBy(() -> budgets.report(VISIT, PLAIN, question))
        .isInstanceOfSatisfying(
            ErrorResponseException.class,
            it -> {
              assertThat(it.getStatusCode().value()).isEqualTo(409);
              assertThat(it.getBody().getDetail()).startsWith(words);
            });
  }
}
