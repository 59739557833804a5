package tandem.sync.store;

import java.time.Instant;
import java.util.Optional;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;

/**
 * What is known of an issue, as one look found it.
 *
 * @param observedAt the tracker's time of the newest observation; empty when it was never observed
 * @param decisionsRead its decisions were read at least once
 * @param version another one after every change of the side
 */
public record Glance(
    LinkId link,
    MappingId mapping,
    SideState side,
    Optional<Instant> observedAt,
    boolean decisionsRead,
    String version) {

  /** What is known is older than this time. */
  public boolean isBefore(Instant at) {
    return observedAt.filter(at::isAfter).isPresent();
  }

  /** A newer observation is known than one of this time. */
  public boolean isAfter(Instant at) {
    return observedAt.filter(at::isBefore).isPresent();
  }
}
