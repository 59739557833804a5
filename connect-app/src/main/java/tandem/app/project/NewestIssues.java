package tandem.app.project;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which issues were told of last, so many at most: of more the oldest are forgotten. Safe for many
 * threads; a call takes the same short time however many are known, since each webhook makes one.
 */
final class NewestIssues {
  private final int most;
  private final LinkedHashSet<String> ids = new LinkedHashSet<>();

  NewestIssues(int most) {
    this.most = most;
  }

  synchronized void add(String id) {
    ids.addLast(id);
    if (ids.size() > most) {
      ids.removeFirst();
    }
  }

  /** A copy. */
  synchronized Set<String> ids() {
    return Set.copyOf(ids);
  }
}
