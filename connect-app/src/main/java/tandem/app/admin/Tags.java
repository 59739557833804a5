package tandem.app.admin;

import java.util.List;
import java.util.SortedSet;
import tandem.sync.model.Budget;
import tandem.sync.model.Side;

/** An issue's key and the budgets that it carries, as the API shows them. */
record Tags(String key, List<String> budgets) {

  static Tags of(String key, SortedSet<Budget> budgets) {
    return new Tags(key, names(budgets));
  }

  static List<String> names(SortedSet<Budget> budgets) {
    return budgets.stream().map(Budget::name).toList();
  }

  /** What the API calls a side. */
  static String nameOf(Side side) {
    return switch (side) {
      case LEFT -> "jira";
      case RIGHT -> "linear";
    };
  }
}
