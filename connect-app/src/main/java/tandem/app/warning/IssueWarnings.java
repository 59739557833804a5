package tandem.app.warning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import tandem.app.project.DecisionDigest.Entry;
import tandem.app.project.IssueSummary.Feasibility;
import tandem.app.project.ProjectIssue;
import tandem.app.warning.Warning.Kind;
import tandem.sync.model.DecisionStatus;

/** What an issue warns of. Pure. A closed issue warns of its decisions only. */
final class IssueWarnings {
  /** Per cent of an error budget; with less left it is nearly spent. */
  private static final double NEARLY_SPENT = 20;

  private static final int LONG_OVERDUE_DAYS = 30;

  private IssueWarnings() {}

  static List<Warning> of(ProjectIssue issue, LocalDate today) {
    Stream<Warning> ofDecisions =
        issue.decisions().entries().stream()
            .flatMap(it -> Stream.concat(overdue(issue, it, today), dissent(issue, it)));
    Stream<Warning> ofWork =
        issue.open()
            ? Stream.of(slo(issue), feasibility(issue), criteria(issue)).flatMap(Optional::stream)
            : Stream.empty();
    return Stream.concat(ofWork, ofDecisions).toList();
  }

  private static Optional<Warning> slo(ProjectIssue issue) {
    OptionalDouble left = issue.summary().sloLeft();
    if (left.isEmpty() || left.getAsDouble() > NEARLY_SPENT) {
      return Optional.empty();
    }
    boolean spent = left.getAsDouble() <= 0;
    String words =
        spent
            ? "The error budget of the objective at risk is spent. Agree what waits until it is"
                + " kept again."
            : "Only %s%% of the error budget of the objective at risk is left."
                .formatted(plain(left.getAsDouble()));
    return Optional.of(new Warning(Kind.SLO, issue.name(), words, null, spent ? 100 : 90));
  }

  private static Optional<Warning> feasibility(ProjectIssue issue) {
    return issue
        .summary()
        .feasibility()
        .flatMap(answer ->
            switch (answer) {
              case FINE -> Optional.empty();
              case UNSURE -> Optional.of(doubted(issue, answer));
              case NO -> Optional.of(doubted(issue, answer));
            });
  }

  private static Warning doubted(ProjectIssue issue, Feasibility answer) {
    return answer == Feasibility.NO
        ? new Warning(
            Kind.FEASIBILITY,
            issue.name(),
            "Engineering says that it cannot be done as asked. Read why, and ask for less or for"
                + " something else.",
            null,
            80)
        : new Warning(
            Kind.FEASIBILITY,
            issue.name(),
            "Engineering is unsure whether it can be done as asked. Agree on how to find out.",
            null,
            40);
  }

  private static Optional<Warning> criteria(ProjectIssue issue) {
    int changed = issue.summary().criteriaChanged();
    return changed == 0
        ? Optional.empty()
        : Optional.of(
            new Warning(
                Kind.CRITERIA_CHANGED,
                issue.name(),
                changed == 1
                    ? "One acceptance criterion was changed after work began."
                    : changed + " acceptance criteria were changed after work began.",
                null,
                60));
  }

  private static Stream<Warning> overdue(ProjectIssue issue, Entry decision, LocalDate today) {
    return decision
        .reviewOn()
        .filter(it -> decision.isOverdue(today))
        .map(it -> overdue(issue, decision, it, ChronoUnit.DAYS.between(it, today)))
        .stream();
  }

  private static Warning overdue(
      ProjectIssue issue, Entry decision, LocalDate reviewOn, long days) {
    String words =
        "The decision %s was to be reviewed on %s, %s ago."
            .formatted(name(decision), reviewOn, days == 1 ? "a day" : days + " days");
    return new Warning(
        Kind.DECISION_OVERDUE, issue.name(), words, reviewOn, days > LONG_OVERDUE_DAYS ? 75 : 70);
  }

  /** Unanswered while nothing is decided, or decided without a day to look at it again. */
  private static Stream<Warning> dissent(ProjectIssue issue, Entry decision) {
    Optional<DecisionStatus> status = decision.status();
    boolean open = status.isEmpty() || status.get() == DecisionStatus.PROPOSED;
    boolean accepted = status.filter(it -> it == DecisionStatus.ACCEPTED).isPresent();
    boolean unanswered = open || (accepted && decision.reviewOn().isEmpty());
    if (decision.dissent() == 0 || !unanswered) {
      return Stream.empty();
    }
    String who = decision.dissent() == 1 ? "One person does" : decision.dissent() + " people do";
    String words =
        open
            ? who + " not agree with the proposed decision " + name(decision) + "."
            : who
                + " not agree with the decision "
                + name(decision)
                + ", and no day is set to look at it again.";
    return Stream.of(
        new Warning(Kind.DISSENT, issue.name(), words, decision.on().orElse(null), open ? 55 : 50));
  }

  private static String name(Entry decision) {
    return "“" + (decision.title().isEmpty() ? decision.id().value() : decision.title()) + "”";
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? Long.toString(Math.round(number))
        : Double.toString(number);
  }
}
