package tandem.sync.queue;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tandem.sync.model.InstallationId;
import tandem.sync.model.Side;

/** {@link Gates} over a map. Passes the same contract as the real one. */
public final class MemoryGates implements Gates {
  private final Map<Gate, Stop> stops = new HashMap<>();

  @Override
  public void close(Gate gate, Stop stop) {
    stops.merge(
        gate, stop, (known, later) -> known.until().isBefore(later.until()) ? later : known);
  }

  @Override
  public Optional<Stop> closed(InstallationId tenant, Side side, Errand errand, Instant now) {
    return Stream.of(Optional.<InstallationId>empty(), Optional.of(tenant))
        .flatMap(whose ->
            Stream.of(
                new Gate(whose, side, Optional.empty()),
                new Gate(whose, side, Optional.of(errand))))
        .map(stops::get)
        .filter(Objects::nonNull)
        .filter(stop -> stop.until().isAfter(now))
        .max(Comparator.comparing(Stop::until));
  }

  @Override
  public List<Stop> closed(InstallationId tenant, Instant now) {
    return Stream.of(Side.values())
        .flatMap(side ->
            Stream.of(Errand.values())
                .flatMap(errand -> closed(tenant, side, errand, now).stream())
                .max(Comparator.comparing(Stop::until))
                .stream())
        .sorted(Comparator.comparing(Stop::until).reversed())
        .toList();
  }
}
