package tandem.sync.store;

import java.util.Collection;
import java.util.List;
import tandem.sync.model.IssueId;
import tandem.sync.model.MappingId;

/**
 * What a full pass over a mapping notes while it runs. Every call joins the caller's {@link
 * Transactions} or is one by itself.
 *
 * <p>Every implementation passes {@code TwinHintsContract}.
 */
public interface TwinHints {

  /** Notes a hint; one that is known stays as it is. */
  void note(MappingId mapping, TwinHint hint);

  /** The hints at these keys, in the order in which they were noted. */
  List<TwinHint> hints(MappingId mapping, Collection<String> leftKeys);

  /** The right issue of a hint was linked. */
  void linked(MappingId mapping, IssueId right);

  /** Takes a right issue's hints out; true where this pass has linked it. */
  boolean take(MappingId mapping, IssueId right);

  /** Right issues that this pass has linked and whose hints are still here, at most so many. */
  List<IssueId> unseen(MappingId mapping, int atMost);

  /** How many right issues have hints and were not linked. */
  long unmatched(MappingId mapping);

  /** Forgets all hints of a mapping. */
  void forget(MappingId mapping);
}
