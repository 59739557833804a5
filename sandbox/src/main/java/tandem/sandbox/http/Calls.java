package tandem.sandbox.http;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the calls of the imitated service, by kind of caller (the server names the kinds, for
 * instance {@code app} and {@code person}) and operation. A call that meets a fault is counted too.
 */
public final class Calls {
  private final SortedMap<String, SortedMap<String, Long>> counts = new TreeMap<>();

  synchronized void count(String caller, String operation) {
    counts.computeIfAbsent(caller, kind -> new TreeMap<>()).merge(operation, 1L, Long::sum);
  }

  /** Calls of this operation by this kind of caller since the last reset. */
  public synchronized long of(String caller, String operation) {
    var own = counts.get(caller);
    return own == null ? 0 : own.getOrDefault(operation, 0L);
  }

  /** All calls of this kind of caller since the last reset. */
  public synchronized long of(String caller) {
    var own = counts.get(caller);
    return own == null ? 0 : own.values().stream().mapToLong(Long::longValue).sum();
  }

  /** A copy: caller, operation, count. */
  public synchronized SortedMap<String, Map<String, Long>> all() {
    var copy = new TreeMap<String, Map<String, Long>>();
    counts.forEach((caller, own) -> copy.put(caller, new TreeMap<>(own)));
    return copy;
  }

  public synchronized void reset() {
    counts.clear();
  }
}
