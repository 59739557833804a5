package tandem.sync.replica;

import java.time.Instant;
import tandem.sync.model.IssueId;

/**
 * One side of one mapping: a Jira project, or a Linear team. Stateless towards the caller and safe
 * for many threads. Every call blocks for seconds at most: a wait that the tracker asks for comes
 * back as {@link RemoteFailure.RateLimited}. No call throws for what the network or the tracker
 * did.
 *
 * <p>Every implementation passes {@code ReplicaContract}.
 */
public interface Replica {

  /** Reads one issue. One remote call. */
  Outcome<Observation> read(IssueId issue);

  /**
   * Applies a change in one remote write and says what the side holds after it, as far as the
   * tracker's answer tells; where the answer does not tell, the snapshot is what was asked for.
   *
   * <p>Not atomic with anything else and not guarded: a person's edit between the caller's read and
   * this write is not detected here. After {@link RemoteFailure.Unknown} the change may have been
   * applied, now or a little later.
   */
  Outcome<Observation> apply(IssueId issue, Change change);

  /**
   * Lists issues of the mapping changed at or after {@code since}, in no particular order; an issue
   * may come twice and one that changes meanwhile may come or not. One remote call a page.
   */
  Outcome<Page<Listed>> changedSince(Instant since, Cursor cursor);
}
