package tandem.app.warning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tandem.app.project.DecisionDigest.Entry;
import tandem.app.project.ProjectIssue;
import tandem.app.warning.Warning.Kind;
import tandem.sync.model.DecisionStatus;

/** What an issue warns of. Pure. A closed issue warns of its decisions only. */
final class IssueWarnings {
  private static final int LONG_OVERDUE_DAYS = 30;

  private IssueWarnings() {}

  /**
   * @param names of people, by account
   */
  static List<Warning> of(ProjectIssue issue, LocalDate today, Map<String, String> names) {
    Stream<Warning> ofDecisions =
        issue.decisions().entries().stream()
            .flatMap(it -> Stream.concat(overdue(issue, it, today), dissent(issue, it)));
    Stream<Warning> ofWork = issue.open() ? WorkWarnings.of(issue, names).stream() : Stream.empty();
    return Stream.concat(ofWork, ofDecisions).toList();
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
    return Warning.quoted(decision.title().isEmpty() ? decision.id().value() : decision.title());
  }
}
