package tandem.sync.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;

/**
 * Holds on links. Every call joins the caller's {@link Transactions} or is one by itself. A link
 * has one hold at most that has not ended.
 *
 * <p>Every implementation passes {@code HoldsContract}.
 */
public interface Holds {

  /** What became of a hold. */
  enum Ending {
    /** The deletions are through. */
    DONE,
    /** A person wants the deleted things back. */
    DISMISSED,
    /** Nothing is to be deleted any more: people were faster. */
    LAPSED
  }

  /** A hold as a list shows it. */
  record Entry(NamedLink link, Hold hold, Instant foundAt) {}

  /** The one that has not ended. */
  Optional<Hold> of(LinkId link);

  /** Keeps a hold in the place of the link's present one, which a person has not released. */
  void keep(LinkId link, Hold hold, Instant now);

  /** A person says yes. False where the tenant has no such hold that waits. */
  boolean release(InstallationId tenant, long hold, String accountId, Instant now);

  /** Ends it; one that has ended stays as it was. */
  void end(long hold, Ending ending, Instant now);

  /** The tenant's hold that waits for a person; empty where there is none of that number. */
  Optional<Entry> find(InstallationId tenant, long hold);

  /** Those that wait for a person, newest first. */
  List<Entry> waiting(InstallationId tenant, Slice slice);

  /** How much is deleted in a mapping. */
  record Pace(int deleted, int agreed) {}

  /** Which kind of thing. */
  enum Kind {
    BUDGET,
    DECISION
  }

  /**
   * How many things were deleted in the other links of this one's mapping since then and not
   * written again after it, each counted once, and how many of the kind all its links agree on now.
   */
  Pace pace(LinkId link, Kind kind, Instant since);
}
