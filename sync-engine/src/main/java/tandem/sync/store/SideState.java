package tandem.sync.store;

import java.util.Optional;
import tandem.sync.model.IssueId;
import tandem.sync.model.Snapshot;

/**
 * One issue of a link, as it was last known.
 *
 * @param key for people; may be out of date
 * @param snapshot what it was last observed to hold; its {@code at} is the tracker's time at which
 *     it was first seen to hold just this. Empty when it was never observed.
 * @param gone the last read found no such issue, or none that we may see
 * @param news how often something unknown was said to have changed; {@code seen} is the count that
 *     the last read had answered
 */
public record SideState(
    IssueId issue, String key, Optional<Snapshot> snapshot, boolean gone, long news, long seen) {

  /** What is known may be out of date: read it before relying on it. */
  public boolean isStale() {
    return news > seen || snapshot.isEmpty();
  }
}
