package tandem.sync.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link DriftLog} in a map. Passes the same contract as the real one. */
public final class MemoryDriftLog implements DriftLog {
  private final Map<Place, Map<DriftCause, Entry>> places = new HashMap<>();

  @Override
  public void add(Place place, Map<DriftCause, Integer> found, Instant now) {
    Map<DriftCause, Entry> entries =
        places.computeIfAbsent(place, key -> new EnumMap<>(DriftCause.class));
    found.forEach((cause, count) -> {
      if (count > 0) {
        entries.merge(
            cause,
            new Entry(cause, count, now),
            (old, more) -> new Entry(cause, old.found() + more.found(), later(old, more)));
      }
    });
  }

  private static Instant later(Entry one, Entry other) {
    return one.lastAt().isAfter(other.lastAt()) ? one.lastAt() : other.lastAt();
  }

  @Override
  public List<Entry> of(Place place) {
    return List.copyOf(places.getOrDefault(place, Map.of()).values());
  }
}
