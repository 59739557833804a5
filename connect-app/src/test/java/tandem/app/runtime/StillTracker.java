package tandem.app.runtime;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tandem.sync.model.IssueId;
import tandem.sync.model.Snapshot;
import tandem.sync.replica.Change;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;
import tandem.sync.replica.Replica;

/** A side on which nothing ever changes; notices two who read one issue at once. */
final class StillTracker implements Replica {
  private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");

  private final Set<IssueId> beingRead = ConcurrentHashMap.newKeySet();
  private final Map<IssueId, AtomicInteger> reads = new ConcurrentHashMap<>();
  private final AtomicInteger collisions = new AtomicInteger();
  private final Consumer<IssueId> onRead;

  StillTracker(Consumer<IssueId> onRead) {
    this.onRead = onRead;
  }

  @Override
  public Outcome<Observation> read(IssueId issue) {
    if (!beingRead.add(issue)) {
      collisions.incrementAndGet();
    }
    onRead.accept(issue);
    reads.computeIfAbsent(issue, unread -> new AtomicInteger()).incrementAndGet();
    beingRead.remove(issue);
    Snapshot nothing = new Snapshot(new TreeSet<>(), SINCE);
    return new Outcome.Done<>(new Observation.Present(issue, issue.value(), nothing));
  }

  int reads(IssueId issue) {
    return Optional.ofNullable(reads.get(issue)).map(AtomicInteger::get).orElse(0);
  }

  int reads() {
    return reads.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  int collisions() {
    return collisions.get();
  }

  @Override
  public Outcome<Observation> apply(IssueId issue, Change change) {
    throw new AssertionError("nothing is to be written");
  }

  @Override
  public Outcome<Page<Listed>> changedSince(Instant since, Cursor cursor) {
    throw new AssertionError("nothing is to be listed");
  }
}
