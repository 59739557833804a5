package tandem.sync.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Transactions over maps: what the parts hold is put back when the work throws. For one thread. A
 * test may let {@link #onCommit} throw at either edge of a commit, which is a crash there.
 */
public class MemoryDatabase implements Transactions {
  private final List<Part> parts = new ArrayList<>();
  private Runnable beforeCommit = () -> {};
  private Runnable afterCommit = () -> {};
  private boolean open;

  /** Something whose state can be put back. */
  public interface Part {
    /** Gives what puts the present state back. */
    Runnable bookmark();
  }

  public void add(Part part) {
    parts.add(part);
  }

  public void onCommit(Runnable before, Runnable after) {
    this.beforeCommit = before;
    this.afterCommit = after;
  }

  @Override
  public <T> T within(Supplier<T> work) {
    if (open) {
      return work.get();
    }
    T result = committed(work);
    afterCommit.run();
    return result;
  }

  private <T> T committed(Supplier<T> work) {
    List<Runnable> bookmarks = parts.stream().map(Part::bookmark).toList();
    open = true;
    boolean committed = false;
    try {
      T result = work.get();
      beforeCommit.run();
      committed = true;
      return result;
    } finally {
      open = false;
      if (!committed) {
        bookmarks.forEach(Runnable::run);
      }
    }
  }
}
