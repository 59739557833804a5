package tandem.sync.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tandem.sync.model.InstallationId;
import tandem.sync.model.Side;
import tandem.sync.store.DecisionStore.Due;
import tandem.sync.store.DecisionStore.Unplaced;

/** Decisions that were seen and whose issue is not known yet, in a map. */
final class MemoryUnplaced implements MemoryDatabase.Part {
  private Map<Ref, Waiting> all = new LinkedHashMap<>();

  private record Ref(InstallationId tenant, Side side, String ref) {}

  private record Waiting(String mark, Instant dueAt) {}

  MemoryUnplaced(MemoryDatabase database) {
    database.add(this);
  }

  @Override
  public Runnable bookmark() {
    var old = new LinkedHashMap<>(all);
    return () -> all = old;
  }

  void add(InstallationId tenant, Side side, Unplaced seen, Instant dueAt) {
    all.merge(
        new Ref(tenant, side, seen.ref()),
        new Waiting(seen.mark(), dueAt),
        (known, next) -> known.mark().equals(next.mark()) ? known : new Waiting("", known.dueAt()));
  }

  List<Unplaced> due(InstallationId tenant, Side side, Due due) {
    return all.entrySet().stream()
        .filter(it -> it.getKey().tenant().equals(tenant) && it.getKey().side() == side)
        .filter(it -> !it.getValue().dueAt().isAfter(due.until()))
        .sorted(Comparator.comparing(it -> it.getValue().dueAt()))
        .map(it -> new Unplaced(it.getKey().ref(), it.getValue().mark()))
        .limit(due.atMost())
        .toList();
  }

  List<InstallationId> tenants(Instant now) {
    return all.entrySet().stream()
        .filter(it -> !it.getValue().dueAt().isAfter(now))
        .map(it -> it.getKey().tenant())
        .distinct()
        .sorted(Comparator.comparing(InstallationId::value))
        .toList();
  }

  void postpone(InstallationId tenant, Side side, String ref, Instant dueAt) {
    all.computeIfPresent(
        new Ref(tenant, side, ref), (key, known) -> new Waiting(known.mark(), dueAt));
  }

  boolean forget(InstallationId tenant, Side side, Unplaced seen) {
    var ref = new Ref(tenant, side, seen.ref());
    var known = all.get(ref);
    boolean same = known != null && known.mark().equals(seen.mark());
    if (same) {
      all.remove(ref);
    }
    return same;
  }
}
