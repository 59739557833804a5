package tandem.sync.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.engine.Replicas.Opened;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.Replica;
import tandem.sync.store.DecisionStore;
import tandem.sync.store.DecisionStore.Unplaced;

/**
 * Asks for the issues of decisions that were said to have changed and that nothing was known of
 * then.
 */
final class Placing {
  private static final int AT_ONCE = 10;
  private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

  private final Durable durable;
  private final Replicas replicas;
  private final InstallationId tenant;

  Placing(Durable durable, Replicas replicas, InstallationId tenant) {
    this.durable = durable;
    this.replicas = replicas;
    this.tenant = tenant;
  }

  /**
   * Asks for a few of them, one remote call each, and ends with the first call that fails. What it
   * takes up is not asked for by anybody else meanwhile; after a crash or a failure it is again.
   */
  void run() {
    if (durable.queue().stopped(tenant, now()).isPresent()) {
      return;
    }
    for (Side side : Side.values()) {
      if (!due(side).isEmpty()) {
        List<Unplaced> refs = durable.transactions().within(() -> takeUp(side));
        replica(side).ifPresent(replica -> place(side, replica, refs));
      }
    }
  }

  private List<Unplaced> due(Side side) {
    return store().unplaced(tenant, side, new DecisionStore.Due(now(), AT_ONCE));
  }

  private List<Unplaced> takeUp(Side side) {
    Instant later = now().plus(AGAIN_AFTER);
    List<Unplaced> refs = due(side);
    refs.forEach(it -> store().postpone(tenant, side, it.ref(), later));
    return refs;
  }

  /** Any mapping of the tenant will do: a tracker's names are not bound to one. */
  private Optional<Replica> replica(Side side) {
    return durable.links().mappings(tenant).stream()
        .flatMap(mapping -> ready(mapping).stream())
        .map(ready -> side == Side.LEFT ? ready.left() : ready.right())
        .findFirst();
  }

  private Optional<Opened.Ready> ready(MappingId mapping) {
    return switch (replicas.open(mapping)) {
      case Opened.Ready ready -> Optional.of(ready);
      case Opened.Paused paused -> Optional.empty();
    };
  }

  private void place(Side side, Replica replica, List<Unplaced> refs) {
    for (Unplaced seen : refs) {
      if (isEcho(side, seen)) {
        continue;
      }
      switch (replica.issueOf(seen.ref())) {
        case Outcome.Done<Optional<IssueId>>(var issue) -> placed(side, seen, issue);
        case Outcome.Failed<Optional<IssueId>>(RemoteFailure.Rejected rejected) ->
            placed(side, seen, Optional.empty());
        case Outcome.Failed<Optional<IssueId>> failed -> {
          return;
        }
      }
    }
  }

  /** The event of what we created came before the tracker's answer; by now that has been kept. */
  private boolean isEcho(Side side, Unplaced seen) {
    return durable
        .transactions()
        .within(() ->
            store()
                    .placed(tenant, side, seen.ref())
                    .filter(known -> known.mark().equals(seen.mark()))
                    .isPresent()
                && store().forget(tenant, side, seen));
  }

  /** What was seen to be something else since then stays, and is asked for once more. */
  private void placed(Side side, Unplaced seen, Optional<IssueId> issue) {
    durable
        .transactions()
        .run(() -> {
          issue.ifPresent(it -> {
            int unused = new Intake(durable).touched(tenant, side, it);
          });
          boolean unused = store().forget(tenant, side, seen);
        });
  }

  private DecisionStore store() {
    return durable.links().decisions();
  }

  private Instant now() {
    return durable.clock().instant();
  }
}
