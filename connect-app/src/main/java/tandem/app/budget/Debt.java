package tandem.app.budget;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the debt went in a period: the work on every budget but the largest. All in the measure.
 *
 * @param opened what was written down in the period
 * @param paid what was closed in it
 * @param left what was open at its end, however old: what was left before, and {@code opened}, less
 *     {@code paid}
 */
record Debt(String period, double opened, double paid, double left) {

  /** By the time of closing alone, since that is what adds up. */
  static List<Debt> of(List<Target> targets, List<Work> all, Calendar calendar) {
    Set<String> budgets =
        Target.ofDebt(targets).stream().map(Target::name).collect(Collectors.toSet());
    List<Work> debt =
        all.stream().filter(it -> it.budget().filter(budgets::contains).isPresent()).toList();
    return IntStream.range(0, calendar.periods().size())
        .mapToObj(i -> of(debt, calendar, i))
        .toList();
  }

  private static Debt of(List<Work> debt, Calendar calendar, int period) {
    Instant from = calendar.periods().get(period).from();
    Optional<Instant> end = calendar.end(period);
    return new Debt(
        calendar.periods().get(period).name(),
        sum(debt.stream().filter(it -> within(it.opened(), from, end)).toList()),
        sum(
            debt.stream()
                .filter(it -> it.closed().filter(at -> within(at, from, end)).isPresent())
                .toList()),
        sum(debt.stream().filter(it -> isOpen(it, end)).toList()));
  }

  private static boolean within(Instant moment, Instant from, Optional<Instant> end) {
    return !moment.isBefore(from) && end.map(moment::isBefore).orElse(true);
  }

  private static boolean isOpen(Work work, Optional<Instant> end) {
    return end.map(it ->
            work.opened().isBefore(it) && work.closed().map(at -> !at.isBefore(it)).orElse(true))
        .orElseGet(() -> work.closed().isEmpty());
  }

  private static double sum(List<Work> some) {
    return Amount.rounded(some.stream().mapToDouble(Work::amount).sum());
  }
}
