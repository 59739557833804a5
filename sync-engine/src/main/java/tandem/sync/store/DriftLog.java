package tandem.sync.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;

/**
 * What sweeps found, counted by cause. Every call joins the caller's {@link Transactions} or is one
 * by itself.
 *
 * <p>Every implementation passes {@code DriftLogContract}.
 */
public interface DriftLog {

  /** Which side of which mapping. */
  record Place(InstallationId installation, MappingId mapping, Side side) {}

  /**
   * What one cause has added up to.
   *
   * @param lastAt Tandem's time of the last pass that found some
   */
  record Entry(DriftCause cause, long found, Instant lastAt) {}

  /** Adds what a pass found; a cause without a count is left as it was. */
  void add(Place place, Map<DriftCause, Integer> found, Instant now);

  /** By cause, in its order; causes that never occurred are missing. */
  List<Entry> of(Place place);
}
