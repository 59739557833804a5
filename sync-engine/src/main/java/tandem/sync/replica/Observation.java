package tandem.sync.replica;

import tandem.sync.model.IssueId;
import tandem.sync.model.Snapshot;

/** What a look at one issue of one side gave. */
public sealed interface Observation {
  IssueId issue();

  /** The issue is there and holds this. {@code key} is for people ({@code SHOP-12}). */
  record Present(IssueId issue, String key, Snapshot snapshot) implements Observation {}

  /**
   * The tracker says that there is no such issue, or none that we may see: deleted, archived, moved
   * out of reach. The two cannot be told apart, so nothing may be deleted on this evidence alone.
   */
  record Gone(IssueId issue) implements Observation {}
}
