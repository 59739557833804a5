package tandem.sync.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;

/** {@link SweepMarks} in a map. Passes the same contract as the real one. */
public class MemorySweepMarks implements SweepMarks {
  private final Map<Key, Mark> marks = new HashMap<>();

  private record Key(InstallationId tenant, MappingId mapping, Side side) {}

  @Override
  public Optional<Mark> find(InstallationId tenant, MappingId mapping, Side side) {
    return Optional.ofNullable(marks.get(new Key(tenant, mapping, side)));
  }

  @Override
  public void add(InstallationId tenant, MappingId mapping, Side side, Mark pass) {
    marks.merge(
        new Key(tenant, mapping, side),
        pass,
        (old, now) ->
            new Mark(
                later(old.reached(), now.reached()),
                later(old.sweptAt(), now.sweptAt()),
                old.missed() + now.missed(),
                old.underWay() + now.underWay()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
