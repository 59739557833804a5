package tandem.sync.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** All decisions of one issue on one side; one that is not in it is not there. */
public record DecisionLog(SortedMap<DecisionId, Held> decisions) {
  public static final DecisionLog EMPTY = new DecisionLog(new TreeMap<>());

  public DecisionLog {
    decisions = Collections.unmodifiableSortedMap(new TreeMap<>(decisions));
  }
}
