package tandem.sync.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tandem.sync.engine.Replicas.Opened;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.queue.Stop;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.Replica;
import tandem.sync.store.Creations;
import tandem.sync.store.DriftLog;
import tandem.sync.store.DriftLog.Place;
import tandem.sync.store.Partings;
import tandem.sync.store.Revisits;
import tandem.sync.store.SweepMarks;
import tandem.sync.store.SweepMarks.Mark;

/**
 * The regular search for what events missed. Lists, on each side, the issues that changed since the
 * last pass and hands them to {@link Intake}: what it did not know is drift, and its link becomes
 * dirty. Writes nothing to a tracker. May run twice and beside live events.
 *
 * <p>A side's place moves only when its listing came through, and each pass begins {@link #OVERLAP}
 * before it: trackers list by a coarse or lagging index. Right issues that changed and name a twin
 * that they were not linked with are linked, and issues that turned up since get a twin where the
 * mapping says so ({@link LateTwins}). Decisions are listed by one side at most, and that an issue
 * is gone by none: some issues are read one by one ({@link Revisit}).
 */
public final class Sweep {
  static final Duration OVERLAP = Duration.ofMinutes(5);

  private final Durable durable;
  private final Books books;
  private final Replicas replicas;
  private final Twins twins;

  /** What sweeps keep outside the process, in the same transactions as {@link Durable}. */
  public record Books(
      SweepMarks marks, DriftLog drift, Partings partings, Creations creations, Looks looks) {}

  /**
   * How linked issues are looked at one by one.
   *
   * @param after what was looked at since is not looked at again
   */
  public record Looks(Revisits revisits, Duration after) {}

  public Sweep(Durable durable, Books books, Replicas replicas, Twins twins) {
    this.durable = durable;
    this.books = books;
    this.replicas = replicas;
    this.twins = twins;
  }

  /** Whether some side had no pass that came through at or after {@code since}. */
  public boolean isDue(InstallationId tenant, MappingId mapping, Instant since) {
    return List.of(Side.values()).stream()
        .map(side -> books.marks().find(tenant, mapping, side))
        .anyMatch(mark -> mark.filter(it -> !it.sweptAt().isBefore(since)).isEmpty());
  }

  /**
   * Goes through both sides; one that fails does not keep the other from its pass. Blocks for one
   * remote call a page. Does nothing while the tenant is stopped or the mapping is paused.
   */
  public SweepReport run(InstallationId tenant, MappingId mapping) {
    Optional<Stop> stop = durable.queue().stopped(tenant, durable.clock().instant());
    if (stop.isPresent()) {
      return SweepReport.notBegun(stop.get().why());
    }
    return switch (replicas.open(mapping)) {
      case Opened.Paused(String why) -> SweepReport.notBegun(why);
      case Opened.Ready ready -> both(tenant, mapping, ready);
    };
  }

  /**
   * The side on which twins are created goes first (see {@link LateTwins}); without it nobody knows
   * who names a twin already, so the other one waits for the next pass and keeps its place.
   */
  private SweepReport both(InstallationId tenant, MappingId mapping, Opened.Ready ready) {
    List<String> problems = new ArrayList<>();
    Side side = ready.rules().creates().orElse(Side.LEFT);
    SweepReport.Drift first = pass(new Place(tenant, mapping, side), problems, ready);
    boolean waits = ready.rules().creates().isPresent() && !problems.isEmpty();
    SweepReport.Drift second =
        waits
            ? SweepReport.Drift.NONE
            : pass(new Place(tenant, mapping, side.other()), problems, ready);
    return side == Side.LEFT
        ? new SweepReport(first, second, problems)
        : new SweepReport(second, first, problems);
  }

  private SweepReport.Drift pass(Place on, List<String> problems, Opened.Ready ready) {
    Replica replica = on.side() == Side.LEFT ? ready.left() : ready.right();
    return pass(
        on,
        problems,
        (pass, since) -> through(pass, replica, since, page -> linked(on, ready, since, page)));
  }

  /**
   * Links that were missed, and twins that are missing; of a first pass the backfill makes them.
   */
  private Outcome<Integer> linked(Place on, Opened.Ready ready, Instant since, List<Listed> page) {
    Outcome<Integer> named =
        on.side() == Side.LEFT
            ? new Outcome.Done<>(0)
            : new LateLinks(durable, books.partings(), twins, on).of(page, ready.left());
    return since.equals(Instant.EPOCH)
        ? named
        : named.then(links ->
            lateTwins(on, ready)
                .of(on.side(), page)
                .then(made -> new Outcome.Done<>(links + made)));
  }

  private LateTwins lateTwins(Place on, Opened.Ready ready) {
    return new LateTwins(
        durable,
        new NewTwins.Register(books.creations(), books.partings()),
        twins,
        new NewTwins.Scope(on.installation(), on.mapping(), ready));
  }

  private Optional<RemoteFailure> through(
      SweepPass pass, Replica side, Instant since, SweepPass.Afterwards afterwards) {
    return pass.over(side, since, afterwards)
        .or(() -> since.equals(Instant.EPOCH) ? Optional.empty() : pass.overDecisions(side, since))
        .or(() -> pass.revisit(side, books.looks()));
  }

  /** Goes through a side from a time on; gives the failure that ended it early. */
  private interface Way {
    Optional<RemoteFailure> through(SweepPass pass, Instant since);
  }

  private SweepReport.Drift pass(Place on, List<String> problems, Way way) {
    Instant reached =
        books
            .marks()
            .find(on.installation(), on.mapping(), on.side())
            .map(Mark::reached)
            .orElse(Instant.EPOCH);
    SweepPass pass = new SweepPass(durable, on, reached);
    Instant since = reached.equals(Instant.EPOCH) ? reached : reached.minus(OVERLAP);
    Optional<RemoteFailure> failed = way.through(pass, since);
    failed.ifPresent(failure -> problems.add(failure.why()));
    keep(on, pass, failed.isEmpty());
    return pass.drift();
  }

  private void keep(Place on, SweepPass pass, boolean cameThrough) {
    SweepReport.Drift drift = pass.drift();
    Instant now = durable.clock().instant();
    durable
        .transactions()
        .run(() -> {
          if (cameThrough) {
            Mark mark = new Mark(pass.newest(), now, drift.missed(), drift.underWay());
            books.marks().add(on.installation(), on.mapping(), on.side(), mark);
          }
          books.drift().add(on, drift.found(), now);
        });
  }
}
