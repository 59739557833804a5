package tandem.sync.replica;

import java.util.SortedSet;
import tandem.sync.model.Budget;

/** A change for one side, as data. */
public sealed interface Change {
  /**
   * Put and take budget tags, nothing else: other labels of the issue are not touched. Applying it
   * twice leaves the same state as applying it once.
   */
  record Retag(SortedSet<Budget> add, SortedSet<Budget> remove) implements Change {}
}
