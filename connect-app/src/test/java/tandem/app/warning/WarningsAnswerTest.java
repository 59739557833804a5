package tandem.app.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tandem.app.project.DecisionDigest;
import tandem.app.project.IssueSummary;
import tandem.app.project.Listing;
import tandem.app.project.ProjectFields;
import tandem.app.project.ProjectIssue;
import tandem.app.warning.Warning.Kind;

class WarningsAnswerTest {
  private static final ProjectFields NO_FIELDS = new ProjectFields(List.of(), List.of());
  private static final Warning ONE = new Warning(Kind.BUDGET, null, "It drifts.", null, 65);

  @Test
  void whatIsListedWholeIsComplete() {
    WarningsAnswer answer = of(new Listing(List.of(), true, NO_FIELDS), WarningsAnswer.MOST);
    assertThat(answer.warnings()).hasSize(500);
    assertThat(answer.complete()).isTrue();
    assertThat(answer.why()).isNull();
  }

  @Test
  void whatIsCutAtFiveHundredSaysSo() {
    WarningsAnswer answer = of(new Listing(List.of(), true, NO_FIELDS), 612);
    assertThat(answer.warnings()).hasSize(500);
    assertThat(answer.complete()).isFalse();
    assertThat(answer.why()).isEqualTo("These are the 500 most pressing of 612 warnings.");
  }

  @Test
  void issuesAndDecisionsThatAreNotLookedAtAreMentioned() {
    Listing listing = new Listing(List.of(withUnlistedDecisions(7)), false, NO_FIELDS);
    assertThat(of(listing, 1).why())
        .isEqualTo(
            "The project has more issues than the newest 10,000 that are looked at."
                + " 7 decisions of issues that have very many are not looked at.");
  }

  private static WarningsAnswer of(Listing listing, int warnings) {
    return WarningsAnswer.of(listing, Collections.nCopies(warnings, ONE));
  }

  private static ProjectIssue withUnlistedDecisions(int more) {
    return new ProjectIssue(
        new ProjectIssue.Name("10012", "SHOP-12", "Pay by card"),
        "Story",
        "To Do",
        true,
        Set.of(),
        Instant.EPOCH,
        Optional.empty(),
        OptionalDouble.empty(),
        List.of(),
        new IssueSummary(
            new IssueSummary.Criteria(0, 0, false, Optional.empty()),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty()),
        new DecisionDigest(List.of(), more));
  }
}
