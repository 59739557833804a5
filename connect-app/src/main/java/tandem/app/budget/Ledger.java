package tandem.app.budget;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What was closed on which budget and when. Pure arithmetic over what was read.
 *
 * @param targets the budgets, the largest share first
 * @param work all work of the project, open and closed, each piece once
 */
record Ledger(List<Target> targets, List<Work> work, Calendar calendar) {
  Ledger {
    targets = List.copyOf(targets);
    work = List.copyOf(work);
  }

  /** What was closed in each period. */
  List<Spent> byPeriod() {
    List<OptionalInt> places = work.stream().map(calendar::of).toList();
    return IntStream.range(0, calendar.periods().size())
        .mapToObj(period ->
            Spent.of(
                targets,
                IntStream.range(0, work.size())
                    .filter(i -> places.get(i).equals(OptionalInt.of(period)))
                    .mapToObj(work::get)
                    .toList()))
        .toList();
  }

  /** What was closed in all periods together. */
  Spent total() {
    return Spent.of(targets, closed());
  }

  /** The work that is counted: what was closed in one of the periods. */
  List<Work> closed() {
    return work.stream().filter(it -> calendar.of(it).isPresent()).toList();
  }

  List<Debt> debt() {
    return Debt.of(targets, work, calendar);
  }
}
