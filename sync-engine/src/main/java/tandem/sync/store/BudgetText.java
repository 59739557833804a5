package tandem.sync.store;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;

/** The budget aspect's values as text: names in order with commas between, empty for none. */
final class BudgetText {
  /** The aspect's name in every table that has one. */
  static final String ASPECT = "budget";

  private BudgetText() {}

  static String of(SortedSet<Budget> budgets) {
    return budgets.stream().map(Budget::name).collect(Collectors.joining(","));
  }

  static String of(Draw draw) {
    return of(draw.tags());
  }

  static SortedSet<Budget> tags(String text) {
    return Arrays.stream(text.split(","))
        .filter(name -> !name.isEmpty())
        .map(Budget::new)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Draw draw(String text) {
    return text.isEmpty() ? Draw.NONE : Draw.on(new Budget(text));
  }
}
