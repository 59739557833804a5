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
import tandem.sync.replica.Replica;
import tandem.sync.store.SweepMarks;
import tandem.sync.store.SweepMarks.Mark;

/**
 * The regular search for what events missed. Lists, on each side, the issues that changed since the
 * last pass and hands them to {@link Intake}: what it did not know is drift, and its link becomes
 * dirty. Writes nothing to a tracker. May run twice and beside live events.
 *
 * <p>A side's place moves only when its listing came through, and each pass begins {@link #OVERLAP}
 * before it: trackers list by a coarse or lagging index. Issues that were deleted are not found,
 * and no link is made: that is the backfill's.
 */
public final class Sweep {
  static final Duration OVERLAP = Duration.ofMinutes(5);

  private final Durable durable;
  private final Replicas replicas;
  private final SweepMarks marks;

  /** What is gone through. */
  private record Pass(InstallationId tenant, MappingId mapping, Side side) {}

  public Sweep(Durable durable, Replicas replicas, SweepMarks marks) {
    this.durable = durable;
    this.replicas = replicas;
    this.marks = marks;
  }

  /** Whether some side had no pass that came through at or after {@code since}. */
  public boolean isDue(InstallationId tenant, MappingId mapping, Instant since) {
    return List.of(Side.values()).stream()
        .map(side -> marks.find(tenant, mapping, side))
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

  private SweepReport both(InstallationId tenant, MappingId mapping, Opened.Ready ready) {
    List<String> problems = new ArrayList<>();
    SweepReport.Drift left = pass(new Pass(tenant, mapping, Side.LEFT), ready.left(), problems);
    SweepReport.Drift right = pass(new Pass(tenant, mapping, Side.RIGHT), ready.right(), problems);
    return new SweepReport(left, right, problems);
  }

  private SweepReport.Drift pass(Pass on, Replica replica, List<String> problems) {
    Instant reached =
        marks.find(on.tenant(), on.mapping(), on.side()).map(Mark::reached).orElse(Instant.EPOCH);
    SweepPass pass = new SweepPass(durable, on.tenant(), on.side(), reached);
    Instant since = reached.equals(Instant.EPOCH) ? reached : reached.minus(OVERLAP);
    pass.over(replica, since)
        .ifPresentOrElse(failure -> problems.add(failure.why()), () -> keep(on, pass));
    return pass.drift();
  }

  private void keep(Pass on, SweepPass pass) {
    SweepReport.Drift drift = pass.drift();
    marks.add(
        on.tenant(),
        on.mapping(),
        on.side(),
        new Mark(pass.newest(), durable.clock().instant(), drift.missed(), drift.underWay()));
  }
}
