package tandem.app.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tandem.app.budget.Entry.Origin;

/**
 * The report on a project's budget, as docs/project-page.md explains it.
 *
 * @param periods oldest first
 * @param complete false where not everything is counted; {@code why} then says in words why
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record BudgetReport(
    String by,
    Measure measure,
    List<Target> budgets,
    List<PeriodSpent> periods,
    Spent total,
    List<Verdict> verdict,
    List<Debt> debt,
    Counted counted,
    boolean complete,
    @Nullable String why) {

  /** What was closed in a period. */
  record PeriodSpent(
      String name,
      Instant from,
      Instant to,
      boolean current,
      List<Spent.Part> parts,
      Amount untagged) {

    static PeriodSpent of(Period period, Spent spent) {
      return new PeriodSpent(
          period.name(),
          period.from(),
          period.to(),
          period.current(),
          spent.parts(),
          spent.untagged());
    }
  }

  /**
   * How many issues were counted.
   *
   * @param jira in Jira, {@code linked} of them in Linear as well
   * @param withoutEstimate of all counted ones
   */
  record Counted(long jira, long linearOnly, long linked, long withoutEstimate) {

    static Counted of(List<Entry> closed) {
      long linearOnly = with(closed, Origin.LINEAR_ONLY);
      return new Counted(
          closed.size() - linearOnly,
          linearOnly,
          with(closed, Origin.BOTH),
          closed.stream().filter(it -> !it.estimated()).count());
    }

    private static long with(List<Entry> closed, Origin origin) {
      return closed.stream().filter(it -> it.origin() == origin).count();
    }
  }

  /** What is asked for: by sprint or by week, and in which measure. */
  record Question(boolean bySprint, Measure measure) {}

  static BudgetReport of(
      Question question, Ledger ledger, List<Entry> entries, @Nullable String why) {
    List<Spent> spent = ledger.byPeriod();
    List<Period> periods = ledger.calendar().periods();
    Set<Work> closed = new HashSet<>(ledger.closed());
    return new BudgetReport(
        question.bySprint() ? "sprint" : "week",
        question.measure(),
        ledger.targets(),
        IntStream.range(0, periods.size())
            .mapToObj(i -> PeriodSpent.of(periods.get(i), spent.get(i)))
            .toList(),
        ledger.total(),
        Verdict.of(ledger.targets(), ledger.total(), question.measure()),
        ledger.debt(),
        Counted.of(entries.stream().filter(it -> closed.contains(it.work())).toList()),
        why == null,
        why);
  }
}
