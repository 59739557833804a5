package tandem.sync.reconcile;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import tandem.sync.model.Budget;

/** Tags to put and to take on one side. */
public record TagEdit(SortedSet<Budget> add, SortedSet<Budget> remove) {
  public static final TagEdit NONE =
      new TagEdit(Collections.emptySortedSet(), Collections.emptySortedSet());

  public TagEdit {
    add = Collections.unmodifiableSortedSet(new TreeSet<>(add));
    remove = Collections.unmodifiableSortedSet(new TreeSet<>(remove));
  }

  /** The edit that turns one set of tags into another. */
  static TagEdit between(SortedSet<Budget> before, SortedSet<Budget> after) {
    SortedSet<Budget> add = new TreeSet<>(after);
    add.removeAll(before);
    SortedSet<Budget> remove = new TreeSet<>(before);
    remove.removeAll(after);
    return new TagEdit(add, remove);
  }

  public boolean isEmpty() {
    return add.isEmpty() && remove.isEmpty();
  }
}
