package tandem.app.budget;

import java.util.List;

/**
 * A budget and the share of the effort that is meant for it.
 *
 * @param label Jira's label for it
 * @param target 0 to 100 per cent
 */
public record Target(String name, String label, int target) {
  /** For a project without a mapping. */
  static final List<Target> USUAL =
      List.of(
          new Target("features", "budget:features", 80),
          new Target("system-health", "budget:system-health", 20));

  /** Every budget but the one with the largest share (of equals the first) is there for debt. */
  static List<Target> ofDebt(List<Target> targets) {
    return targets.stream()
        .max((a, b) -> Integer.compare(a.target(), b.target()))
        .map(largest -> targets.stream().filter(it -> !it.equals(first(targets, largest))).toList())
        .orElse(List.of());
  }

  private static Target first(List<Target> targets, Target largest) {
    return targets.stream()
        .filter(it -> it.target() == largest.target())
        .findFirst()
        .orElse(largest);
  }
}
