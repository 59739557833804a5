package tandem.sync.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.Side;

/**
 * Which calls a tracker does not want before a time that it named, known to all nodes. A gate opens
 * by itself when its time has come.
 *
 * <p>Each call joins the caller's transaction or is one by itself. Every implementation passes
 * {@code GatesContract}.
 */
public interface Gates {
  /** Closes a gate; of two stops the later one counts. */
  void close(Gate gate, Stop stop);

  /** The longest stop that concerns this call, where there is one. */
  Optional<Stop> closed(InstallationId tenant, Side side, Errand errand, Instant now);

  /** All stops that concern the tenant now, the longest first; one a side. */
  List<Stop> closed(InstallationId tenant, Instant now);
}
