package tandem.sync.replica;

import java.time.Instant;
import java.util.Optional;
import tandem.sync.model.IssueId;

/**
 * What a listing tells of a decision: that it was written, not what it says.
 *
 * @param ref the tracker's own name for it ({@link tandem.sync.model.Original#ref})
 * @param at the tracker's time of its last change; empty for a text that asks for a decision and is
 *     none yet
 * @param isThere it was not thrown away
 * @param isTitled it is one by its own words; any other is one only where its name is known
 */
public record ListedDecision(
    IssueId issue, String ref, Optional<Instant> at, boolean isThere, boolean isTitled) {}
