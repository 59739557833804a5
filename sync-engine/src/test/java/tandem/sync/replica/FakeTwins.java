package tandem.sync.replica;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tandem.sync.model.IssueId;

/** Where issues of a tracker in memory point to, and which of them we created as twins. */
final class FakeTwins {
  private final Map<IssueId, Set<String>> pointers = new HashMap<>();
  private final Map<IssueId, IssueId> made = new HashMap<>();
  private int creations;

  void point(IssueId issue, Set<String> addresses) {
    pointers.put(issue, addresses);
  }

  Set<String> pointers(IssueId issue) {
    return pointers.getOrDefault(issue, Set.of());
  }

  /**
   * Finds what an earlier attempt made, as the real ones do, when it is told that there was one.
   */
  void make(TwinDraft draft, boolean again, Function<String, IssueId> creating) {
    if (!again || !made.containsKey(draft.of())) {
      made.put(draft.of(), creating.apply("twin-of-" + draft.of().value()));
      creations++;
    }
  }

  IssueId of(IssueId issue) {
    return made.getOrDefault(issue, issue);
  }

  int creations() {
    return creations;
  }
}
