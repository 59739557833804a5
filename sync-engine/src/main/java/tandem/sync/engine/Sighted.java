package tandem.sync.engine;

import java.time.Instant;
import java.util.Optional;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;

/**
 * A decision as an event tells of it that names its issue, and nothing of what stood there before.
 *
 * @param at the tracker's time of the change; empty where the event does not tell
 * @param ours the tracker says that it was a write of ours
 */
public record Sighted(DecisionId id, Held held, Optional<Instant> at, boolean ours) {}
