package tandem.sandbox.bench;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tandem.sandbox.http.Calls;
import tandem.sandbox.stage.Trackers;

/** How often the app called which operation of the trackers so far. */
record Operations(SortedMap<String, Long> counts) {
  static Operations of(Trackers trackers) {
    var counts = new TreeMap<String, Long>();
    add(counts, "Jira ", trackers.jira().calls());
    add(counts, "Linear ", trackers.linear().calls());
    return new Operations(counts);
  }

  private static void add(Map<String, Long> counts, String tracker, Calls calls) {
    calls
        .all()
        .getOrDefault("app", Map.of())
        .forEach((operation, count) -> counts.put(tracker + operation, count));
  }

  /** Only what was called since then. */
  Operations since(Operations before) {
    var since = new TreeMap<String, Long>();
    counts.forEach((operation, count) -> {
      long more = count - before.counts.getOrDefault(operation, 0L);
      if (more > 0) {
        since.put(operation, more);
      }
    });
    return new Operations(since);
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
