package tandem.sync.store;

import java.util.function.Supplier;

/** A mutant: what belongs into one transaction is saved one by one. */
public final class StepwiseDatabase extends MemoryDatabase {
  @Override
  public <T> T within(Supplier<T> work) {
    T result = work.get();
    return super.within(() -> result);
  }
}
