package tandem.sync.queue;

import java.time.Duration;
import java.time.Instant;

/**
 * From when until when a claim is good.
 *
 * @param owner a name for people; claims are told apart by their fence
 */
public record Lease(String owner, Instant from, Instant until) {
  /** Longer than any two remote calls together take. */
  public static final Duration LENGTH = Duration.ofSeconds(60);

  /** As much of it is left when a remote call begins: longer than the call and its late effect. */
  public static final Duration FOR_A_CALL = LENGTH.dividedBy(2);

  /** A lease of the usual length. */
  public static Lease of(String owner, Instant now) {
    return new Lease(owner, now, now.plus(LENGTH));
  }
}
