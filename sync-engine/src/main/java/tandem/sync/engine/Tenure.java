package tandem.sync.engine;

import java.time.Instant;
import java.util.function.Supplier;
import tandem.sync.model.LinkId;
import tandem.sync.queue.Claim;
import tandem.sync.queue.Completion;
import tandem.sync.queue.Lease;

/**
 * The time in which a turn may work on its link. Each step is one transaction that also renews the
 * lease; after the lease is lost every step throws {@link LeaseLost} and keeps nothing.
 */
final class Tenure {
  private final Durable durable;
  private final Claim claim;
  private Instant leasedUntil = Instant.MIN;

  Tenure(Durable durable, Claim claim) {
    this.durable = durable;
    this.claim = claim;
  }

  Durable durable() {
    return durable;
  }

  LinkId link() {
    return claim.link();
  }

  Instant now() {
    return durable.clock().instant();
  }

  /** The queue's row is locked last: whoever else locks both begins with the link, too. */
  <T> T step(Supplier<T> saving) {
    return durable
        .transactions()
        .within(() -> {
          T result = saving.get();
          Instant until = now().plus(Lease.LENGTH);
          if (!durable.queue().renew(claim, until)) {
            throw new LeaseLost();
          }
          leasedUntil = until;
          return result;
        });
  }

  /** The last step. */
  <T> T complete(Supplier<T> saving) {
    return durable
        .transactions()
        .within(() -> {
          T result = saving.get();
          if (durable.queue().complete(claim, now()) == Completion.LOST) {
            throw new LeaseLost();
          }
          return result;
        });
  }

  /**
   * To be asked before each write, because a tracker knows no fence: what is sent takes effect
   * within the lease, also where this process was held up since it wrote the intent down.
   */
  void secure() {
    while (now().plus(Lease.FOR_A_CALL).isAfter(leasedUntil)) {
      boolean unused = step(() -> true);
    }
  }
}
