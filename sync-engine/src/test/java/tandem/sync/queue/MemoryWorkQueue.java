package tandem.sync.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.store.MemoryDatabase;

/** {@link WorkQueue} over maps, for simulations. Passes the same contract as the real one. */
public class MemoryWorkQueue implements WorkQueue, MemoryDatabase.Part {
  private final MemoryDatabase database;
  private Map<LinkId, Entry> entries = new LinkedHashMap<>();
  private Map<InstallationId, Stop> stops = new HashMap<>();
  private long fences;

  private static final class Entry implements Cloneable {
    private LinkId link;
    private InstallationId installation;
    private long gen = 1;
    private long claimedGen;
    private Instant dueAt;
    private Instant notBefore = Instant.MIN;
    private boolean leased;
    private Instant leaseUntil = Instant.MIN;
    private long fence;
    private int attempts;
    private Optional<Setback> setback = Optional.empty();
    private Optional<String> quarantine = Optional.empty();

    Entry copy() {
      try {
        return (Entry) clone();
      } catch (CloneNotSupportedException impossible) {
        throw new AssertionError(impossible);
      }
    }

    boolean isReady(Instant now) {
      return !leased && quarantine.isEmpty() && !dueAt.isAfter(now) && !notBefore.isAfter(now);
    }

    void release(Instant due) {
      leased = false;
      dueAt = due;
    }
  }

  public MemoryWorkQueue(MemoryDatabase database) {
    this.database = database;
    database.add(this);
  }

  @Override
  public Runnable bookmark() {
    var oldEntries = new LinkedHashMap<LinkId, Entry>();
    entries.forEach((link, entry) -> oldEntries.put(link, entry.copy()));
    var oldStops = new HashMap<>(stops);
    return () -> {
      entries = oldEntries;
      stops = oldStops;
    };
  }

  @Override
  public void markDirty(InstallationId installation, Collection<LinkId> links, Instant now) {
    database.run(() -> new HashSet<>(links).forEach(link -> mark(installation, link, now)));
  }

  private void mark(InstallationId installation, LinkId link, Instant now) {
    Entry known = entries.get(link);
    if (known == null) {
      Entry entry = new Entry();
      entry.link = link;
      entry.installation = installation;
      entry.dueAt = now;
      entries.put(link, entry);
      return;
    }
    known.gen++;
    if (!known.leased && known.dueAt.isAfter(now)) {
      known.dueAt = now;
    }
  }

  @Override
  public List<Claim> claim(InstallationId installation, int atMost, Lease lease) {
    return database.within(() -> {
      List<Claim> claims = new ArrayList<>();
      if (stopped(installation, lease.from()).isEmpty()) {
        ready(lease.from())
            .filter(entry -> entry.installation.equals(installation))
            .limit(atMost)
            .toList()
            .forEach(entry -> claims.add(claim(entry, lease)));
      }
      return claims;
    });
  }

  private Claim claim(Entry entry, Lease lease) {
    entry.leased = true;
    entry.leaseUntil = lease.until();
    entry.fence = ++fences;
    entry.claimedGen = entry.gen;
    return new Claim(entry.link, entry.installation, entry.fence, entry.setback, entry.attempts);
  }

  private Stream<Entry> ready(Instant now) {
    return entries.values().stream()
        .filter(entry -> entry.isReady(now))
        .sorted(Comparator.comparing((Entry entry) -> entry.dueAt));
  }

  @Override
  public boolean renew(Claim claim, Instant until) {
    return owned(claim, entry -> entry.leaseUntil = until);
  }

  @Override
  public Completion complete(Claim claim, Instant now) {
    return database.within(() -> {
      Entry entry = entries.get(claim.link());
      if (!isOwned(claim, entry)) {
        return Completion.LOST;
      }
      if (entry.gen == entry.claimedGen) {
        entries.remove(claim.link());
        return Completion.DONE;
      }
      entry.attempts = 0;
      entry.setback = Optional.empty();
      entry.release(now);
      return Completion.DIRTY_AGAIN;
    });
  }

  @Override
  public boolean release(Claim claim, Instant dueAt) {
    return owned(claim, entry -> entry.release(dueAt));
  }

  @Override
  public boolean retryAt(Claim claim, Setback setback, Instant dueAt) {
    return owned(
        claim,
        entry -> {
          entry.attempts = claim.attempt(setback);
          entry.setback = Optional.of(setback);
          entry.notBefore = setback.yieldsToNews() ? entry.notBefore : dueAt;
          entry.release(dueAt);
        });
  }

  @Override
  public boolean notBefore(Claim claim, Instant until) {
    return owned(
        claim,
        entry -> {
          entry.leased = false;
          entry.notBefore = until;
        });
  }

  @Override
  public boolean quarantine(Claim claim, String why) {
    return owned(
        claim,
        entry -> {
          entry.leased = false;
          entry.quarantine = Optional.of(why);
        });
  }

  private boolean owned(Claim claim, Consumer<Entry> change) {
    return database.within(() -> {
      Entry entry = entries.get(claim.link());
      boolean owned = isOwned(claim, entry);
      if (owned) {
        change.accept(entry);
      }
      return owned;
    });
  }

  private static boolean isOwned(Claim claim, Entry entry) {
    return entry != null && entry.leased && entry.fence == claim.fence();
  }

  @Override
  public boolean replay(InstallationId installation, LinkId link, Instant now) {
    return database.within(() -> {
      Entry entry = entries.get(link);
      if (entry == null || !entry.installation.equals(installation) || entry.quarantine.isEmpty()) {
        return false;
      }
      entry.quarantine = Optional.empty();
      entry.attempts = 0;
      entry.setback = Optional.empty();
      entry.gen++;
      entry.dueAt = now;
      entry.notBefore = Instant.MIN;
      return true;
    });
  }

  @Override
  public void stop(InstallationId installation, Stop stop) {
    database.run(() ->
        stops.merge(
            installation,
            stop,
            (known, later) -> known.until().isBefore(later.until()) ? later : known));
  }

  @Override
  public Optional<Stop> stopped(InstallationId installation, Instant now) {
    return Optional.ofNullable(stops.get(installation)).filter(stop -> stop.until().isAfter(now));
  }

  @Override
  public void resume(InstallationId installation, Instant now) {
    database.run(() -> {
      stops.remove(installation);
      entries.values().stream()
          .filter(e -> e.installation.equals(installation) && e.quarantine.isEmpty())
          .forEach(entry -> lift(entry, now));
    });
  }

  private static void lift(Entry entry, Instant now) {
    entry.notBefore = Instant.MIN;
    if (!entry.leased && entry.dueAt.isAfter(now)) {
      entry.dueAt = now;
    }
  }

  @Override
  public boolean isDue(InstallationId installation, Instant now) {
    return tenantsDue(now).contains(installation);
  }

  @Override
  public List<InstallationId> tenantsDue(Instant now) {
    return ready(now)
        .map(entry -> entry.installation)
        .filter(installation -> stopped(installation, now).isEmpty())
        .distinct()
        .toList();
  }

  @Override
  public int reap(Instant now) {
    return database.within(() -> {
      List<Entry> expired =
          entries.values().stream()
              .filter(entry -> entry.leased && entry.leaseUntil.isBefore(now))
              .toList();
      expired.forEach(entry -> interrupted(entry, now));
      return expired.size();
    });
  }

  private static void interrupted(Entry entry, Instant now) {
    boolean again = entry.setback.filter(Setback.INTERRUPTED::equals).isPresent();
    entry.attempts = again ? entry.attempts + 1 : 1;
    entry.setback = Optional.of(Setback.INTERRUPTED);
    entry.release(now);
    if (entry.attempts >= MOST_INTERRUPTIONS) {
      entry.quarantine = Optional.of(INTERRUPTED_TOO_OFTEN);
    }
  }

  @Override
  public Optional<Waiting> find(LinkId link) {
    return Optional.ofNullable(entries.get(link))
        .map(entry ->
            new Waiting(
                entry.dueAt.isAfter(entry.notBefore) ? entry.dueAt : entry.notBefore,
                entry.attempts,
                entry.quarantine));
  }

  /** Dirty links, whatever their state. */
  public int size() {
    return entries.size();
  }
}
