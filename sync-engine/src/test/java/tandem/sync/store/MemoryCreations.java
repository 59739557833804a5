package tandem.sync.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link Creations} in a map. Passes the same contract as the real one. */
public final class MemoryCreations implements Creations, MemoryDatabase.Part {
  private Map<Wanted, Instant> asked = new HashMap<>();

  public MemoryCreations(MemoryDatabase database) {
    database.add(this);
  }

  @Override
  public Runnable bookmark() {
    var old = new HashMap<>(asked);
    return () -> asked = old;
  }

  @Override
  public Optional<Instant> asked(Wanted wanted, Instant now) {
    return Optional.ofNullable(asked.putIfAbsent(wanted, now));
  }

  @Override
  public void done(Wanted wanted) {
    asked.remove(wanted);
  }
}
