package tandem.sync.store;

import java.time.Instant;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Side;

/**
 * A person's edit of a decision that a write of ours overwrote without having seen it.
 *
 * @param id 0 until it is stored; later ones are greater
 * @param intent the write
 * @param before what the write's plan had found there, as in {@link DecisionIntent}
 * @param after what it wrote
 * @param lost what it replaced instead of {@code before}
 * @param at the tracker's time of the edit
 * @param certain the edit is known to be newer than {@code before}; otherwise whoever made that may
 *     have replaced it knowingly
 */
public record OverwrittenEdit(
    long id,
    long intent,
    DecisionId decision,
    Side side,
    String before,
    String after,
    String lost,
    Instant at,
    boolean certain) {}
