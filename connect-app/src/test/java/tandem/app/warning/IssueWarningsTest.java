package tandem.app.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tandem.app.project.DecisionDigest;
import tandem.app.project.DecisionDigest.Entry;
import tandem.app.project.IssueSummary;
import tandem.app.project.IssueSummary.Feasibility;
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
        .contains(
            "The decision “Use X” was to be reviewed on 2026-11-19, a day ago.",
            "2 people do not agree with the proposed decision “Use X”.",
            "2 acceptance criteria were changed after work began.");
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
    return IssueWarnings.of(issue, TODAY).stream().sorted(Warning.MOST_PRESSING_FIRST).toList();
  }

  private static IssueSummary summary(int changed, Feasibility feasibility, double sloLeft) {
    return new IssueSummary(
        changed,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.of(feasibility),
        OptionalDouble.of(sloLeft));
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
        "");
  }
}
