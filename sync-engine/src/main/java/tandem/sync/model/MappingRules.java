package tandem.sync.model;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules by which a mapping is mirrored.
 *
 * @param shares the mapping's budgets with their target shares in per cent, 0 to 100 each
 * @param budget who wins when the two sides draw on different budgets
 * @param decisions who wins when the two sides changed the same piece of a decision differently
 * @param creates the side on which a twin is created for an issue that has none; empty for neither
 */
public record MappingRules(
    SortedMap<Budget, Integer> shares,
    ConflictPolicy budget,
    ConflictPolicy decisions,
    Optional<Side> creates) {
  public MappingRules {
    shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    if (shares.values().stream().anyMatch(share -> share < 0 || share > 100)) {
      throw new IllegalArgumentException("a budget's share is 0 to 100 per cent");
    }
  }

  /** Creates no twins. */
  public MappingRules(
      SortedMap<Budget, Integer> shares, ConflictPolicy budget, ConflictPolicy decisions) {
    this(shares, budget, decisions, Optional.empty());
  }

  /** Decisions are merged by the same policy as the budget tag. */
  public MappingRules(SortedMap<Budget, Integer> shares, ConflictPolicy budget) {
    this(shares, budget, budget);
  }
}
