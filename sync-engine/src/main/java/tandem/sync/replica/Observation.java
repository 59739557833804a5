package tandem.sync.replica;

import java.util.Optional;
import tandem.sync.model.DecisionLog;
import tandem.sync.model.IssueId;
import tandem.sync.model.Snapshot;

/** What a look at one issue of one side gave. */
public sealed interface Observation {
  IssueId issue();

  /**
   * The issue is there and holds this.
   *
   * @param key for people ({@code SHOP-12})
   * @param log its decisions; empty where the look did not include them (an event, a listing),
   *     which says nothing about them. A listing may tell that there are none.
   */
  record Present(IssueId issue, String key, Snapshot snapshot, Optional<DecisionLog> log)
      implements Observation {
    /** A look that did not include the decisions. */
    public Present(IssueId issue, String key, Snapshot snapshot) {
      this(issue, key, snapshot, Optional.empty());
    }

    /** The same with its decisions. */
    public Present with(DecisionLog decisions) {
      return new Present(issue, key, snapshot, Optional.of(decisions));
    }

    /** The same without a word about its decisions. */
    public Present withoutLog() {
      return new Present(issue, key, snapshot);
    }
  }

  /**
   * The tracker says that there is no such issue, or none that we may see: deleted, archived, moved
   * out of reach. The two cannot be told apart, so nothing may be deleted on this evidence alone.
   */
  record Gone(IssueId issue) implements Observation {}
}
