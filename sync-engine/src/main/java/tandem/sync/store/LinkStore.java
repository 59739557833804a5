package tandem.sync.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.Draw;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.model.Snapshot;

/**
 * Links and what is known of them. Every call joins the caller's {@link Transactions} or is one by
 * itself. Nothing here checks who works on a link: the queue does, in the same transaction.
 *
 * <p>Every implementation passes {@code StoreContract}.
 */
public interface LinkStore {

  /** The two issues that a link joins. Keys are for people. */
  record Ends(IssueId left, String leftKey, IssueId right, String rightKey) {}

  Enrolment link(InstallationId installation, MappingId mapping, Ends ends, Instant now);

  /** The link of an issue, where it has one. */
  Optional<LinkId> linkOf(InstallationId installation, Side side, IssueId issue);

  Optional<LinkState> find(LinkId link);

  /** What is known of an issue; empty where it has no link. Locks nothing. */
  Optional<Glance> glance(InstallationId installation, Side side, IssueId issue);

  /**
   * Keeps that an issue still held at this time what a glance found.
   *
   * @return false, and nothing is kept, where anything about the side changed since the glance
   */
  boolean stillHeld(Glance glance, Side side, String key, Instant at);

  /** The mappings that the tenant has links of, oldest first. */
  List<MappingId> mappings(InstallationId installation);

  /**
   * Keeps an observation unless a newer one is known; of two with the same time the later arrival
   * is the newer.
   *
   * @return true where it says something new: other tags than were known, or an issue that was gone
   *     or never observed
   */
  boolean observed(LinkId link, Side side, String key, Snapshot snapshot);

  /** Keeps that a read found no such issue. */
  void gone(LinkId link, Side side);

  /** Something unknown changed: the side is stale from now on. */
  void touched(LinkId link, Side side);

  /**
   * How much news of a side there was that did not say what changed. No more comes until the
   * caller's transaction ends.
   */
  long news(LinkId link, Side side);

  /** A read that began when {@code news} stood so answered everything up to it. */
  void seen(LinkId link, Side side, long news);

  /** Writes an intent down and gives its id. */
  long intend(LinkId link, Intent intent, Instant now);

  /** The change is known to be applied: a receipt is kept, one per intent, and it is answered. */
  void applied(LinkId link, Intent intent, Receipt.How how, Instant now);

  /** The write did not happen and will not, unless it is sent again. */
  void refused(LinkId link, long intent);

  /** A write that was refused is about to be sent again. */
  void sentAgain(LinkId link, long intent);

  /**
   * Nothing tells whether the write was applied, and it is given up: a receipt is kept that says
   * so, one per intent; none of one that was refused.
   */
  void doubted(LinkId link, Intent intent, Instant now);

  /** Both sides agree: the base becomes this and the link's intents are cleared. */
  void agreed(LinkId link, Draw draw, Instant now);

  /**
   * Keeps a conflict; an open one replaces the link's other open ones.
   *
   * @return true where it was not known yet
   */
  boolean conflict(LinkId link, ConflictRecord conflict);

  /** The link has no open conflict any more. */
  void closeConflicts(LinkId link, Instant now);

  List<ConflictRecord> openConflicts(LinkId link);

  /** Oldest first. */
  List<Receipt> receipts(LinkId link);

  /** The decision logs of the same links. */
  DecisionStore decisions();

  /** The holds on the same links. */
  Holds holds();

  /** What our writes to the same links overwrote. */
  Overwrites overwrites();
}
