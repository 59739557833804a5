package tandem.sync.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules by which a mapping is mirrored.
 *
 * @param shares the mapping's budgets with their target shares in per cent, 0 to 100 each
 * @param budget who wins when the two sides draw on different budgets
 */
public record MappingRules(SortedMap<Budget, Integer> shares, ConflictPolicy budget) {
  public MappingRules {
    shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    if (shares.values().stream().anyMatch(share -> share < 0 || share > 100)) {
      throw new IllegalArgumentException("a budget's share is 0 to 100 per cent");
    }
  }
}
