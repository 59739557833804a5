package tandem.sync.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.engine.Replicas.Opened;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.store.BackfillRun;
import tandem.sync.store.BackfillStore;
import tandem.sync.store.BackfillStore.Hold;
import tandem.sync.store.BackfillStore.Lease;
import tandem.sync.store.Creations;
import tandem.sync.store.Partings;
import tandem.sync.store.TwinHints;

/**
 * The first full pass over a mapping, and any later one: lists both sides in bulk, finds links from
 * what the right issues say about their twins, keeps the observations and marks the links dirty.
 * Where the mapping's rules say so, creates the twins that are missing; writes nothing else to a
 * tracker: the engine's turns do that.
 *
 * <p>How far a pass has come is durable with every page, so any node goes on where one was killed.
 * A mapping has one pass at a time, and it is worked on by one node at a time. It runs beside live
 * events: an observation that is older than what is known is not kept. Memory is bounded by a page.
 */
public final class Backfill {
  static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Durable durable;
  private final Books books;
  private final Replicas replicas;
  private final Twins twins;

  /** What passes keep outside the process, in the same transactions as {@link Durable}. */
  public record Books(
      BackfillStore runs, TwinHints hints, Partings partings, Creations creations) {}

  public Backfill(Durable durable, Books books, Replicas replicas, Twins twins) {
    this.durable = durable;
    this.books = books;
    this.replicas = replicas;
    this.twins = twins;
  }

  /**
   * Begins a pass; {@link #work} does it.
   *
   * @param since issues changed before this are not looked at; {@link Instant#EPOCH} for all
   * @return false where one is running; that one goes on
   */
  public boolean begin(InstallationId installation, MappingId mapping, Instant since) {
    return durable
        .transactions()
        .within(() -> {
          boolean begun =
              books.runs().begin(BackfillRun.begun(installation, mapping, since, now()));
          if (begun) {
            books.hints().forget(mapping);
          }
          return begun;
        });
  }

  /** How the mapping's last pass stands. */
  public Optional<BackfillRun> find(InstallationId installation, MappingId mapping) {
    return books.runs().find(installation, mapping);
  }

  /**
   * Passes to be worked on that nobody works on at present: new ones, those whose wait is over and
   * those whose node has vanished. A regular look at this is enough to bring every pass to its end.
   */
  public List<MappingId> due() {
    return books.runs().due(now());
  }

  /**
   * Works on the mapping's pass until it ends, is cancelled or has to wait. Does nothing where
   * another node works on it, or nothing is due. Blocks for one remote call a page.
   *
   * @param owner the name of this node, for people
   */
  public void work(MappingId mapping, String owner) {
    Lease lease = new Lease(owner, now().plus(LEASE));
    books.runs().claim(mapping, lease, now()).ifPresent(this::work);
  }

  private void work(Hold hold) {
    switch (replicas.open(hold.run().mapping())) {
      case Opened.Paused(String why) -> {
        BackfillRun waiting = hold.run().waiting(now().plus(PAUSE), why, 0);
        boolean unused = books.runs().keep(hold, waiting, now());
      }
      case Opened.Ready ready -> new BackfillPass(durable, books, twins, hold).over(ready);
    }
  }

  /** {@link #begin} and {@link #work} on the calling thread; gives how it stands then. */
  public BackfillRun run(InstallationId installation, MappingId mapping, Instant since) {
    boolean unused = begin(installation, mapping, since);
    work(mapping, "this thread");
    return find(installation, mapping).orElseThrow();
  }

  /**
   * Ends a running pass at once. What it has linked stays linked.
   *
   * @return false where none was running
   */
  public boolean cancel(InstallationId installation, MappingId mapping) {
    return durable
        .transactions()
        .within(() -> {
          boolean cancelled =
              books.runs().cancel(installation, mapping, "A person cancelled it.", now());
          if (cancelled) {
            books.hints().forget(mapping);
          }
          return cancelled;
        });
  }

  private Instant now() {
    return durable.clock().instant();
  }
}
