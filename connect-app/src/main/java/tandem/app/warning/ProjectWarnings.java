package tandem.app.warning;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tandem.app.budget.Budgets;
import tandem.app.budget.Verdict;
import tandem.app.project.Listing;
import tandem.app.project.Names;
import tandem.app.project.Visit;
import tandem.app.warning.Warning.Kind;

/** All that a project warns of, as far as the person may browse it. */
@Component
class ProjectWarnings {
  private final Budgets budgets;
  private final Names names;
  private final InstantSource clock;

  ProjectWarnings(Budgets budgets, Names names, InstantSource clock) {
    this.budgets = budgets;
    this.names = names;
    this.clock = clock;
  }

  /** The most pressing first. */
  List<Warning> of(Visit visit, Listing listing) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Map<String, String> known = doubters(visit, listing);
    return Stream.concat(
            budgets.lately(visit, listing).stream().flatMap(ProjectWarnings::drift),
            listing.issues().stream().flatMap(it -> IssueWarnings.of(it, today, known).stream()))
        .sorted(Warning.MOST_PRESSING_FIRST)
        .toList();
  }

  private Map<String, String> doubters(Visit visit, Listing listing) {
    return names.of(
        visit,
        listing.issues().stream()
            .map(WorkWarnings::whoDoubts)
            .flatMap(Optional::stream)
            .distinct()
            .toList());
  }

  /** Only what is owed: what one budget borrowed another is owed. */
  private static Stream<Warning> drift(Verdict verdict) {
    return verdict.state() == Verdict.State.UNDER
        ? Stream.of(
            new Warning(Kind.BUDGET, null, "In the last four weeks " + verdict.words(), null, 65))
        : Stream.empty();
  }
}
