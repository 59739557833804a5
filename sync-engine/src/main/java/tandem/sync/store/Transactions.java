package tandem.sync.store;

import java.util.function.Supplier;

/**
 * All or nothing for what {@link LinkStore} and the queue do meanwhile on the calling thread. A
 * call inside a call joins it. What the work throws undoes everything and comes out unchanged.
 *
 * <p>The work may run a second time after a deadlock, so it must have no effects of its own; above
 * all it makes no remote call. Work that touches both locks links before queue entries.
 */
public interface Transactions {
  <T> T within(Supplier<T> work);

  /** {@link #within} for work that gives nothing back. */
  default void run(Runnable work) {
    boolean unused =
        within(() -> {
          work.run();
          return true;
        });
  }
}
