package tandem.sync.queue;

import java.time.Instant;
import tandem.sync.store.MemoryDatabase;

/** A mutant: who lost the lease keeps and completes. */
public final class UnfencedQueue extends MemoryWorkQueue {
  public UnfencedQueue(MemoryDatabase database) {
    super(database);
  }

  @Override
  public boolean renew(Claim claim, Instant until) {
    boolean unused = super.renew(claim, until);
    return true;
  }

  @Override
  public Completion complete(Claim claim, Instant now) {
    Completion completion = super.complete(claim, now);
    return completion == Completion.LOST ? Completion.DONE : completion;
  }
}
