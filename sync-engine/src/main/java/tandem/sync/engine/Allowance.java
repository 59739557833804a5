package tandem.sync.engine;

import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.Side;
import tandem.sync.queue.Errand;
import tandem.sync.queue.Stop;

/**
 * How much of a tracker's patience the background work of a tenant may use up. What it leaves is
 * for people who look at a panel or press a button.
 */
@FunctionalInterface
public interface Allowance {
  /** Nothing is counted. */
  Allowance UNLIMITED = (tenant, side, errand) -> Optional.empty();

  /**
   * Spends one call. Where the allowance is used up nothing is spent, and the call is not to be
   * made before the time that is given. All nodes spend from the same.
   */
  Optional<Stop> spend(InstallationId tenant, Side side, Errand errand);
}
