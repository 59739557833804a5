package tandem.sync.store;

import java.time.Instant;
import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;

/**
 * How far the regular sweep has come. Every call joins the caller's {@link Transactions} or is one
 * by itself.
 *
 * <p>Every implementation passes {@code SweepMarksContract}.
 */
public interface SweepMarks {

  /**
   * Where one side of a mapping stands.
   *
   * @param reached the tracker's time of the newest issue that was listed
   * @param sweptAt Tandem's time of the last pass that came through
   * @param missed changes that no event had told of, in all passes together
   * @param underWay changes so fresh that their event may have been on its way, likewise
   */
  record Mark(Instant reached, Instant sweptAt, long missed, long underWay) {}

  Optional<Mark> find(InstallationId tenant, MappingId mapping, Side side);

  /**
   * A pass came through: its counts are added to the earlier ones, and the place is never moved
   * back.
   */
  void add(InstallationId tenant, MappingId mapping, Side side, Mark pass);
}
