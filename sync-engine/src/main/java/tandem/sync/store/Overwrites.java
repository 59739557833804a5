package tandem.sync.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.DecisionId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;

/**
 * Edits that a write of ours overwrote. Every call joins the caller's {@link Transactions} or is
 * one by itself.
 *
 * <p>Every implementation passes {@code OverwritesContract}.
 */
public interface Overwrites {

  /**
   * Keeps one; the same one of the same write is kept once, however often its event comes. An older
   * one of the same write was replaced by it knowingly, and is open no more.
   *
   * @return true where it was not known, heeded ones included
   */
  boolean keep(LinkId link, OverwrittenEdit edit, Instant now);

  /**
   * It is known what stood there just before a write, and the write's plan had seen it: what was
   * kept of that write as certain, and is older and not heeded yet, had been replaced before, and
   * is open no more.
   *
   * @param intent the write
   * @param at the tracker's time of what stood there
   */
  void overtaken(long intent, Instant at, Instant now);

  /** What is not heeded yet, oldest first. */
  List<OverwrittenEdit> open(LinkId link);

  /**
   * It was brought back, or is kept in a conflict.
   *
   * @param restored what the side holds with it
   */
  void heeded(long id, String restored, Instant now);

  /** The last one of a write that was brought back. */
  Optional<Restored> restored(long intent);

  /**
   * An edit that was brought back.
   *
   * @param lost as in {@link OverwrittenEdit}
   * @param restored what the side held with it
   */
  record Restored(String lost, String restored) {}

  /** How many are remembered of what was heard of a decision on one side. */
  int MEMORY = 12;

  /** Remembers what an event told; what comes again is remembered once. */
  void hear(LinkId link, Heard heard);

  /** The newest of what was heard, at most {@link #MEMORY}, in the order of the tracker's times. */
  List<Heard> heard(LinkId link, DecisionId decision, Side side);
}
