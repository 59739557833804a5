package tandem.sync.reconcile;

import java.time.Instant;
import java.util.Optional;
import tandem.sync.model.Decision;
import tandem.sync.model.Side;

/**
 * A person's edit that a write of ours overwrote without having seen it (row P08).
 *
 * @param before what the write's plan had found on the side; empty for no decision
 * @param after what it left there
 * @param lost what it replaced instead of {@code before}
 * @param at the tracker's time of the edit
 */
public record Overwritten(
    Side side,
    Optional<Decision> before,
    Optional<Decision> after,
    Optional<Decision> lost,
    Instant at) {}
