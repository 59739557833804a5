package tandem.sync.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.store.BackfillRun.State;

/** {@link BackfillStore} in a map. Passes the same contract as the real one. */
public final class MemoryBackfillStore implements BackfillStore, MemoryDatabase.Part {
  private Map<MappingId, Row> rows = new HashMap<>();

  private record Row(BackfillRun run, long fence, Instant leasedUntil) {
    boolean isFree(Instant now) {
      return run.status().state() == State.RUNNING
          && !run.status().dueAt().isAfter(now)
          && !leasedUntil.isAfter(now);
    }

    boolean isOf(InstallationId installation) {
      return run.installation().equals(installation);
    }
  }

  public MemoryBackfillStore(MemoryDatabase database) {
    database.add(this);
  }

  @Override
  public Runnable bookmark() {
    var old = new HashMap<>(rows);
    return () -> rows = old;
  }

  @Override
  public boolean begin(BackfillRun fresh) {
    Row old = rows.get(fresh.mapping());
    if (old != null
        && (old.run().status().state() == State.RUNNING || !old.isOf(fresh.installation()))) {
      return false;
    }
    rows.put(fresh.mapping(), new Row(fresh, old == null ? 0 : old.fence() + 1, Instant.MIN));
    return true;
  }

  @Override
  public Optional<BackfillRun> find(InstallationId installation, MappingId mapping) {
    return Optional.ofNullable(rows.get(mapping)).filter(it -> it.isOf(installation)).map(Row::run);
  }

  @Override
  public List<MappingId> due(Instant now) {
    return rows.values().stream()
        .filter(row -> row.isFree(now))
        .map(Row::run)
        .sorted(
            Comparator.comparing((BackfillRun run) -> run.status().dueAt())
                .thenComparing(run -> run.mapping().value()))
        .map(BackfillRun::mapping)
        .toList();
  }

  @Override
  public Optional<Hold> claim(MappingId mapping, Lease lease, Instant now) {
    Optional<Row> free = Optional.ofNullable(rows.get(mapping)).filter(row -> row.isFree(now));
    free.ifPresent(row -> rows.put(mapping, new Row(row.run(), row.fence() + 1, lease.until())));
    return free.map(row -> new Hold(row.run(), row.fence() + 1));
  }

  @Override
  public boolean keep(Hold hold, BackfillRun changed, Instant until) {
    Row row = rows.get(changed.mapping());
    if (row == null || row.fence() != hold.fence() || row.run().status().state() != State.RUNNING) {
      return false;
    }
    rows.put(changed.mapping(), new Row(changed, hold.fence(), until));
    return true;
  }

  @Override
  public boolean cancel(InstallationId installation, MappingId mapping, String said, Instant now) {
    Optional<Row> running =
        Optional.ofNullable(rows.get(mapping))
            .filter(row -> row.isOf(installation))
            .filter(row -> row.run().status().state() == State.RUNNING);
    running.ifPresent(row ->
        rows.put(
            mapping,
            new Row(row.run().ended(State.CANCELLED, said, now), row.fence(), row.leasedUntil())));
    return running.isPresent();
  }
}
