package tandem.sync.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;

/** {@link Creations} in a map. Passes the same contract as the real one. */
public final class MemoryCreations implements Creations, MemoryDatabase.Part {
  private Map<Wanted, Instant> asked = new HashMap<>();
  private Map<Wanted, Refusal> refused = new HashMap<>();

  public MemoryCreations(MemoryDatabase database) {
    database.add(this);
  }

  @Override
  public Runnable bookmark() {
    var old = new HashMap<>(asked);
    var oldRefused = new HashMap<>(refused);
    return () -> {
      asked = old;
      refused = oldRefused;
    };
  }

  @Override
  public Optional<Instant> asked(Wanted wanted, Instant now) {
    return Optional.ofNullable(asked.putIfAbsent(wanted, now));
  }

  @Override
  public void refused(Wanted wanted, Refusal refusal) {
    refused.put(wanted, refusal);
  }

  @Override
  public List<Refusal> refusals(InstallationId installation, MappingId mapping, int atMost) {
    return refused.entrySet().stream()
        .filter(it -> it.getKey().installation().equals(installation))
        .filter(it -> it.getKey().mapping().equals(mapping))
        .sorted(
            Comparator.comparing((Map.Entry<Wanted, Refusal> it) -> askedAt(it.getKey()))
                .thenComparing(it -> it.getValue().key()))
        .limit(atMost)
        .map(Map.Entry::getValue)
        .toList();
  }

  private Instant askedAt(Wanted wanted) {
    return Optional.ofNullable(asked.get(wanted)).orElse(Instant.EPOCH);
  }

  @Override
  public void done(Wanted wanted) {
    asked.remove(wanted);
    refused.remove(wanted);
  }
}
