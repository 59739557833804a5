package tandem.app.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.app.project.DecisionDigest;
import tandem.app.project.DecisionDigest.Entry;
import tandem.app.project.IssueSummary;
import tandem.app.project.IssueSummary.CheckIn;
import tandem.app.project.IssueSummary.Criteria;
import tandem.app.project.IssueSummary.Feasibility;
import tandem.app.project.IssueSummary.Slo;
import tandem.app.project.ProjectIssue;
import tandem.app.warning.Warning.Kind;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionStatus;

class IssueWarningsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @Test
  void anIssueThatIsFineWarnsOfNothing() {
    assertThat(of(true, summary(0, Feasibility.FINE, 21), List.of())).isEmpty();
  }

  @Test
  void everythingThatNeedsATalkIsNamedMostPressingFirst() {
    List<Warning> warnings =
        of(
            true,
            summary(2, Feasibility.NO, -3),
            List.of(
                entry(DecisionStatus.ACCEPTED, TODAY.minusDays(1), 0),
                entry(DecisionStatus.PROPOSED, TODAY.plusDays(1), 2)));
    assertThat(warnings)
        .extracting(Warning::kind)
        .containsExactly(
            Kind.SLO, Kind.FEASIBILITY, Kind.DECISION_OVERDUE, Kind.CRITERIA_CHANGED, Kind.DISSENT);
    assertThat(warnings)
        .extracting(Warning::words)
        .containsExactly(
            "The error budget of “Checkout availability” is spent. Agree what waits until it is"
                + " kept again.",
            "Ada says that it cannot be done as asked: “no such API”. Ask for less or for something"
                + " else.",
            "The decision “Use X” was to be reviewed on 2026-11-19, a day ago.",
            "2 acceptance criteria were changed after work began, and product, engineering and"
                + " design have not all agreed since.",
            "2 people do not agree with the proposed decision “Use X”.");
    assertThat(warnings)
        .extracting(Warning::since)
        .containsExactly(null, TODAY.minusDays(9), TODAY.minusDays(1), TODAY.minusDays(2), null);
  }

  @Test
  void anErrorBudgetIsNearlySpentFromTwentyPerCentDown() {
    assertThat(of(true, summary(0, Feasibility.FINE, 20), List.of()))
        .extracting(Warning::words)
        .containsExactly("Only 20% of the error budget of “Checkout availability” is left.");
    assertThat(of(true, summary(0, Feasibility.FINE, 20.5), List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 0 | One acceptance criterion was changed",
        "0 | 1 | One acceptance criterion was removed",
        "0 | 3 | 3 acceptance criteria were removed",
        "2 | 1 | 2 acceptance criteria were changed and 1 removed"
      })
  void criteriaThatWereRemovedAfterWorkBeganCountAsChangedOnesDo(
      int changed, int removed, String words) {
    assertThat(
            of(true, summary(new Criteria(changed, removed, false, Optional.empty())), List.of()))
        .extracting(Warning::words)
        .allMatch(it -> it.startsWith(words + " after work began"))
        .hasSize(1);
  }

  @Test
  void criteriaToWhichAllThreeAgreedSinceAreNoMatterAnyMore() {
    assertThat(of(true, summary(new Criteria(2, 3, true, Optional.of(TODAY))), List.of()))
        .isEmpty();
  }

  @Test
  void aReasonThatIsASentenceGetsNoSecondFullStop() {
    assertThat(of(true, doubted("Nobody looked.", Optional.empty()), List.of()))
        .extracting(Warning::words)
        .containsExactly(
            "Engineering is unsure whether it can be done as asked: “Nobody looked.” Agree on how"
                + " to find out.");
  }

  /** By somebody whom nobody knows. */
  private static IssueSummary doubted(String why, Optional<Slo> slo) {
    return new IssueSummary(
        new Criteria(0, 0, false, Optional.empty()),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.of(new CheckIn(Feasibility.UNSURE, why, "gone", Optional.empty())),
        slo);
  }

  @Test
  void whoeverIsNotKnownByNameDoubtsForEngineering() {
    assertThat(of(true, doubted("", Optional.of(new Slo("", 3))), List.of()))
        .extracting(Warning::words)
        .containsExactly(
            "Only 3% of the error budget of the objective at risk is left.",
            "Engineering is unsure whether it can be done as asked, without a reason. Agree on how"
                + " to find out.");
  }

  @Test
  void aClosedIssueWarnsOfItsDecisionsOnly() {
    assertThat(
            of(
                false,
                summary(2, Feasibility.NO, -3),
                List.of(entry(DecisionStatus.ACCEPTED, TODAY.minusDays(40), 0))))
        .extracting(Warning::kind)
        .containsExactly(Kind.DECISION_OVERDUE);
  }

  @Test
  void dissentIsAnsweredByADayToLookAgain() {
    assertThat(
            of(
                true,
                summary(0, Feasibility.FINE, 50),
                List.of(entry(DecisionStatus.ACCEPTED, TODAY.plusDays(30), 1))))
        .isEmpty();
    assertThat(
            of(
                true,
                summary(0, Feasibility.FINE, 50),
                List.of(entry(DecisionStatus.ACCEPTED, null, 1))))
        .extracting(Warning::kind)
        .containsExactly(Kind.DISSENT);
  }

  @Test
  void whatWasRejectedOrSupersededIsNoMatterAnyMore() {
    for (DecisionStatus status : List.of(DecisionStatus.REJECTED, DecisionStatus.SUPERSEDED)) {
      assertThat(
              of(
                  true,
                  summary(0, Feasibility.FINE, 50),
                  List.of(entry(status, TODAY.minusDays(9), 3))))
          .isEmpty();
    }
  }

  private static List<Warning> of(boolean open, IssueSummary summary, List<Entry> decisions) {
    ProjectIssue issue =
        new ProjectIssue(
            new ProjectIssue.Name("10012", "SHOP-12", "Pay by card"),
            "Story",
            open ? "To Do" : "Done",
            open,
            Set.of(),
            Instant.EPOCH,
            Optional.empty(),
            OptionalDouble.empty(),
            List.of(),
            summary,
            new DecisionDigest(decisions, 0));
    return IssueWarnings.of(issue, TODAY, Map.of("ada", "Ada")).stream()
        .sorted(Warning.MOST_PRESSING_FIRST)
        .toList();
  }

  private static IssueSummary summary(Criteria criteria) {
    return new IssueSummary(
        criteria, OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
  }

  private static IssueSummary summary(int changed, Feasibility feasibility, double sloLeft) {
    return new IssueSummary(
        new Criteria(changed, 0, false, Optional.of(TODAY.minusDays(2))),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.of(
            new CheckIn(feasibility, "no such API", "ada", Optional.of(TODAY.minusDays(9)))),
        Optional.of(new Slo("Checkout availability", sloLeft)));
  }

  private static Entry entry(DecisionStatus status, LocalDate reviewOn, int dissent) {
    return new Entry(
        new DecisionId("use-x"),
        "Use X",
        Optional.of(status),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.ofNullable(reviewOn),
        dissent,
        "",
        "");
  }
}
