package tandem.app.warning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.app.project.IssueSummary;
import tandem.app.project.IssueSummary.CheckIn;
import tandem.app.project.IssueSummary.Criteria;
import tandem.app.project.IssueSummary.Feasibility;
import tandem.app.project.IssueSummary.Slo;
import tandem.app.project.ProjectIssue;
import tandem.app.warning.Warning.Kind;

/** What the work on an issue warns of: its objective, its feasibility, its criteria. Pure. */
final class WorkWarnings {
  /** Per cent of an error budget; from there on down it is nearly spent, in the panel, too. */
  private static final double NEARLY_SPENT = 20;

  private final ProjectIssue issue;
  private final Map<String, String> names;

  private WorkWarnings(ProjectIssue issue, Map<String, String> names) {
    this.issue = issue;
    this.names = names;
  }

  /**
   * @param names of people, by account; who is not among them stays nameless
   */
  static List<Warning> of(ProjectIssue issue, Map<String, String> names) {
    WorkWarnings warnings = new WorkWarnings(issue, names);
    IssueSummary known = issue.summary();
    List<Warning> all = new ArrayList<>();
    known.slo().flatMap(warnings::slo).ifPresent(all::add);
    known.checkIn().flatMap(warnings::feasibility).ifPresent(all::add);
    warnings.criteria(known.criteria()).ifPresent(all::add);
    return all;
  }

  /** Whose name a warning of the issue would give, as an account's id; empty for nobody's. */
  static Optional<String> whoDoubts(ProjectIssue issue) {
    return issue
        .summary()
        .checkIn()
        .filter(it -> issue.open() && it.answer() != Feasibility.FINE)
        .map(CheckIn::by)
        .filter(by -> !by.isEmpty());
  }

  private Optional<Warning> slo(Slo slo) {
    if (slo.left() > NEARLY_SPENT) {
      return Optional.empty();
    }
    boolean spent = slo.left() <= 0;
    String budget =
        "error budget of "
            + (slo.name().isEmpty() ? "the objective at risk" : Warning.quoted(slo.name()));
    String words =
        spent
            ? "The " + budget + " is spent. Agree what waits until it is kept again."
            : "Only " + plain(slo.left()) + "% of the " + budget + " is left.";
    return Optional.of(warning(Kind.SLO, words, null, spent ? 100 : 90));
  }

  private Optional<Warning> feasibility(CheckIn checkIn) {
    LocalDate on = checkIn.on().orElse(null);
    String who = names.getOrDefault(checkIn.by(), "Engineering");
    return switch (checkIn.answer()) {
      case FINE -> Optional.empty();
      case UNSURE ->
          Optional.of(
              warning(
                  Kind.FEASIBILITY,
                  who
                      + " is unsure whether it can be done as asked"
                      + because(checkIn)
                      + " Agree on how to find out.",
                  on,
                  40));
      case NO ->
          Optional.of(
              warning(
                  Kind.FEASIBILITY,
                  who
                      + " says that it cannot be done as asked"
                      + because(checkIn)
                      + " Ask for less or for something else.",
                  on,
                  80));
    };
  }

  private static String because(CheckIn checkIn) {
    return checkIn.because().isEmpty() ? ", without a reason." : ": " + quoted(checkIn.because());
  }

  /** What ends as a sentence gets no second full stop. */
  private static String quoted(String sentence) {
    boolean ends = ".!?".indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
    return Warning.quoted(sentence) + (ends ? "" : ".");
  }

  private Optional<Warning> criteria(Criteria criteria) {
    int all = criteria.changed() + criteria.removed();
    if (all == 0 || criteria.agreed()) {
      return Optional.empty();
    }
    String words =
        drift(criteria)
            + " after work began, and product, engineering and design have not all agreed since.";
    return Optional.of(warning(Kind.CRITERIA_CHANGED, words, criteria.on().orElse(null), 60));
  }

  private static String drift(Criteria criteria) {
    if (criteria.removed() == 0) {
      return counted(criteria.changed()) + " changed";
    }
    return criteria.changed() == 0
        ? counted(criteria.removed()) + " removed"
        : "%s changed and %d removed".formatted(counted(criteria.changed()), criteria.removed());
  }

  private static String counted(int count) {
    return count == 1 ? "One acceptance criterion was" : count + " acceptance criteria were";
  }

  private Warning warning(Kind kind, String words, @Nullable LocalDate since, int urgency) {
    return new Warning(kind, issue.name(), words, since, urgency);
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? Long.toString(Math.round(number))
        : Double.toString(number);
  }
}
