package tandem.sync.queue;

import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.Side;

/**
 * What a tracker wants to be left alone with.
 *
 * @param tenant whose calls; empty for everybody's
 * @param errand which kind of call; empty for every kind
 */
public record Gate(Optional<InstallationId> tenant, Side side, Optional<Errand> errand) {}
