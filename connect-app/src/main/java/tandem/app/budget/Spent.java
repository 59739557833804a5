package tandem.app.budget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What went into each budget, and into none.
 *
 * @param parts one for each budget of the report, in its order
 * @param untagged work without a budget's label
 */
record Spent(List<Part> parts, Amount untagged) {
  Spent {
    parts = List.copyOf(parts);
  }

  /** What went into one budget. */
  record Part(String budget, double amount, int issues) {}

  /** Work that names a budget which is not among the targets counts as untagged. */
  static Spent of(List<Target> targets, List<Work> closed) {
    Map<String, Amount> sums = new LinkedHashMap<>();
    targets.forEach(it -> sums.put(it.name(), Amount.NONE));
    Amount untagged = Amount.NONE;
    for (Work work : closed) {
      Optional<String> budget = work.budget().filter(sums::containsKey);
      if (budget.isPresent()) {
        sums.merge(budget.get(), Amount.of(work), Amount::plus);
      } else {
        untagged = untagged.plus(Amount.of(work));
      }
    }
    return new Spent(parts(sums), untagged);
  }

  private static List<Part> parts(Map<String, Amount> sums) {
    return sums.entrySet().stream()
        .map(it -> new Part(it.getKey(), it.getValue().amount(), it.getValue().issues()))
        .toList();
  }

  /** What was closed on any budget. */
  double tagged() {
    return Amount.rounded(parts.stream().mapToDouble(Part::amount).sum());
  }

  double amountOf(String budget) {
    return parts.stream().filter(it -> it.budget().equals(budget)).mapToDouble(Part::amount).sum();
  }
}
