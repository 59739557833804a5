package tandem.sandbox.linear.state;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The state of one Linear workspace. Any number of readers, one writer at a time; a transaction
 * that throws leaves no trace. Watchers are told of every committed transaction in its order, while
 * the writer still holds the lock: they must not block.
 */
public final class Workspace {
  /** Told after a transaction was committed, in the order of the commits, once each. */
  @FunctionalInterface
  public interface Watcher {
    void changed(Author author, List<Change> changes);
  }

  private final Table table = new Table();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private final InstantSource clock;
  private final Set<String> frozen = ConcurrentHashMap.newKeySet();
  private long lastSyncId;

  public Workspace(InstantSource clock) {
    this.clock = clock;
  }

  public void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  /** Reads one state: nobody writes meanwhile. The rows must not be used after the call. */
  public <T> T read(Function<Rows, T> work) {
    lock.readLock().lock();
    try {
      return work.apply(table);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Keeps other writers out for several transactions and the reads between them. */
  public <T> T alone(Function<Rows, T> work) {
    lock.writeLock().lock();
    try {
      return work.apply(table);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Changes rows: all of the changes are committed when the work returns, none if it throws. */
  public <T> T change(Author author, Function<Transaction, T> work) {
    return alone(rows -> {
      Transaction transaction = new Transaction(rows, clock.instant());
      T result = work.apply(transaction);
      commit(author, transaction.changes());
      return result;
    });
  }

  /** As {@link #change}, for work without a result. */
  public void run(Author author, Consumer<Transaction> work) {
    int unused =
        change(
            author,
            transaction -> {
              work.accept(transaction);
              return 0;
            });
  }

  /** Puts rows in without telling anybody: how a saved state and a seed come in. */
  public void restore(List<Row> rows) {
    alone(current -> {
      for (Row row : rows) {
        table.apply(new Change(current.find(row.kind(), row.id()), Optional.of(row)));
      }
      return rows.size();
    });
  }

  /** Applications may not edit this issue, nor what hangs on it; no file keeps that. */
  public void freeze(String issueId, boolean now) {
    boolean unused = now ? frozen.add(issueId) : frozen.remove(issueId);
  }

  /** Whether the row is such an issue, or hangs on one. */
  public boolean isFrozen(Row row) {
    return frozen.contains(row.id()) || row.text("issueId").filter(frozen::contains).isPresent();
  }

  /** Every row, for saving. */
  public List<Row> everything() {
    return read(rows -> {
      List<Row> all = new ArrayList<>();
      for (Kind kind : Kind.values()) {
        all.addAll(rows.all(kind));
      }
      return all;
    });
  }

  /** Grows by one with every changed row, as Linear's {@code lastSyncId} does. */
  public long lastSyncId() {
    return read(rows -> lastSyncId);
  }

  private void commit(Author author, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    changes.forEach(table::apply);
    lastSyncId += changes.size();
    watchers.forEach(watcher -> watcher.changed(author, changes));
  }
}
