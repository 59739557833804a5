package tandem.app.budget;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tandem.app.budget.Bookkeeping.Books;
import tandem.app.budget.BudgetReport.Question;
import tandem.app.lifecycle.Refusal;
import tandem.app.project.Listing;
import tandem.app.project.Visit;

/** Reports on the budget of a project. */
@Component
public class Budgets {
  private static final int RECENT_WEEKS = 4;

  private final Bookkeeping books;
  private final InstantSource clock;

  Budgets(Bookkeeping books, InstantSource clock) {
    this.books = books;
    this.clock = clock;
  }

  /** How each budget stood in the last four weeks, by the number of issues. */
  public List<Verdict> lately(Visit visit, Listing listing) {
    Books kept = books.of(visit, listing, Measure.COUNT);
    Calendar weeks = Weeks.upTo(clock.instant(), Instant.EPOCH).last(RECENT_WEEKS);
    Ledger ledger = new Ledger(kept.targets(), kept.work(), weeks);
    return Verdict.of(kept.targets(), ledger.total(), Measure.COUNT);
  }

  BudgetReport report(Visit visit, Listing listing, Question question) {
    if (question.bySprint() && listing.fields().sprints().isEmpty()) {
      throw Refusal.of(
          HttpStatus.CONFLICT,
          "No sprints here",
          "This Jira site has no sprints. Look at the budget by week.");
    }
    if (question.measure() == Measure.ESTIMATE && listing.fields().estimates().isEmpty()) {
      throw Refusal.of(
          HttpStatus.CONFLICT,
          "No estimates here",
          "This Jira site has no field for story points. Look at the number of issues.");
    }
    Books kept = books.of(visit, listing, question.measure());
    Calendar calendar = question.bySprint() ? sprints(listing) : weeks(kept);
    Ledger ledger = new Ledger(kept.targets(), kept.work(), calendar);
    String why = kept.why().isEmpty() ? null : String.join(" ", kept.why());
    return BudgetReport.of(question, ledger, kept.entries(), why);
  }

  private static Calendar sprints(Listing listing) {
    return Sprints.of(listing.issues().stream().flatMap(it -> it.sprints().stream()).toList());
  }

  /** From the first week in which there was anything. */
  private Calendar weeks(Books kept) {
    Instant now = clock.instant();
    Instant first =
        Stream.concat(kept.work().stream().map(Work::opened), Stream.of(now))
            .min(Instant::compareTo)
            .orElse(now);
    return Weeks.upTo(now, first);
  }
}
