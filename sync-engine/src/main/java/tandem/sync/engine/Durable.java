package tandem.sync.engine;

import java.time.InstantSource;
import tandem.sync.queue.WorkQueue;
import tandem.sync.store.LinkStore;
import tandem.sync.store.Rulings;
import tandem.sync.store.Transactions;

/** What the engine keeps outside the process, and the clock that it is dated by. */
public record Durable(
    Transactions transactions,
    LinkStore links,
    WorkQueue queue,
    Rulings rulings,
    InstantSource clock) {

  /** Where no person rules. */
  public Durable(Transactions transactions, LinkStore links, WorkQueue queue, InstantSource clock) {
    this(transactions, links, queue, Rulings.NONE, clock);
  }
}
