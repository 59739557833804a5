package tandem.sync.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tandem.sync.model.DecisionId;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;

/**
 * The decision logs of links. Values are texts whose notation the store does not know; empty text
 * is no decision. Every call joins the caller's {@link Transactions} or is one by itself. Nothing
 * here checks who works on a link: the queue does, in the same transaction.
 *
 * <p>Every implementation passes {@code DecisionStoreContract}.
 */
public interface DecisionStore {

  /** All that is known; nothing for a link that does not exist. */
  DecisionStates find(LinkId link);

  /**
   * Keeps a look at all decisions of a side: one that was known there and is not among them is gone
   * from {@code now} on. What is the same as before keeps its time.
   */
  void observed(LinkId link, Side side, Map<DecisionId, Sight> all, Instant now);

  /** Keeps a look at one decision of a side. */
  void observed(LinkId link, Side side, DecisionId id, Sight sight);

  /** The side was read and said nothing about decisions. */
  void read(LinkId link, Side side);

  /**
   * Writes the writes of one plan down. An earlier plan without any answered write is forgotten: it
   * had no effect.
   */
  void intend(LinkId link, DecisionId id, List<DecisionIntent> writes, Instant now);

  /** The write is known to be applied: a receipt is kept, one per intent, and it is answered. */
  void applied(LinkId link, DecisionReceipt receipt);

  /** The write did not happen and will not, unless it is sent again. */
  void refused(LinkId link, long intent);

  /** A write that was refused is about to be sent again. */
  void sentAgain(LinkId link, long intent);

  /**
   * Nothing tells whether the write was applied, and its plan is given up: a receipt is kept that
   * says so, one per intent, and the intent stays as it is. None is kept of one that was refused.
   */
  void doubted(LinkId link, DecisionReceipt receipt);

  /**
   * Both sides agree on this: it is the base, and no intent is open. Of a decision that is gone the
   * id is remembered.
   */
  void agreed(LinkId link, DecisionId id, String value, Instant now);

  /**
   * Keeps what is found in dispute about a decision now; what was open and is not among it is open
   * no more.
   *
   * @return how many of them were not known yet
   */
  int disputes(LinkId link, DecisionId id, List<DecisionDispute> found, Instant now);

  /** Keeps a ruling; it takes the place of the decision's open one. */
  void rule(LinkId link, DecisionId id, DecisionRuling ruling, Rulings.Author author);

  /** Ends the open ruling with this number; one that has ended stays as it was. */
  void ruled(LinkId link, long ruling, Rulings.Ending ending, Instant now);

  /** Oldest first. */
  List<DecisionReceipt> receipts(LinkId link);

  /** Those of one decision on one side that are known to be in effect, newest first. */
  List<DecisionReceipt> latest(LinkId link, DecisionId id, Side side, int atMost);

  /**
   * A decision as it is known by a tracker's name for it.
   *
   * @param mark what it was last seen to be there
   */
  record Placed(LinkId link, DecisionId id, String mark) {}

  /** The decision that a side's ref names; empty where no link of the tenant holds it. */
  Optional<Placed> placed(InstallationId tenant, Side side, String ref);

  /**
   * A ref that nothing was known of when it was seen.
   *
   * @param mark what it was seen to be; empty where it was seen to be several things
   */
  record Unplaced(String ref, String mark) {}

  /** Remembers a ref that nothing is known of; one that is remembered keeps its time. */
  void unplaced(InstallationId tenant, Side side, Unplaced seen, Instant dueAt);

  /** What nothing was known of and may be asked for, the longest waiting first. */
  List<Unplaced> unplaced(InstallationId tenant, Side side, Due due);

  /**
   * A part of what waits.
   *
   * @param until what is due later is left out
   * @param atMost how many, from 1
   */
  record Due(Instant until, int atMost) {}

  /** Tenants with refs that may be asked for. */
  List<InstallationId> tenantsUnplaced(Instant now);

  /** The ref may not be asked for before then. */
  void postpone(InstallationId tenant, Side side, String ref, Instant dueAt);

  /**
   * The ref is looked after.
   *
   * @return false, and it stays, where it was seen to be something else meanwhile
   */
  boolean forget(InstallationId tenant, Side side, Unplaced seen);

  /**
   * What tells an echo from news, for each decision that stands on a side; empty where the side's
   * decisions were never read.
   */
  Optional<Map<DecisionId, String>> marks(LinkId link, Side side);
}
