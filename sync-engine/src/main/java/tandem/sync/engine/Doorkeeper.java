package tandem.sync.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import tandem.sync.model.InstallationId;
import tandem.sync.model.Side;
import tandem.sync.queue.Errand;
import tandem.sync.queue.Gate;
import tandem.sync.queue.Gates;
import tandem.sync.queue.Stop;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.RemoteFailure.RateLimited;
import tandem.sync.replica.Replica;

/**
 * Keeps the background work of all nodes within what the trackers allow. A rate limit closes the
 * smallest gate that it names: one kind of call, one tenant's side, or a side of all tenants. While
 * a gate is closed no call is made: it fails as rate limited at once and costs nobody a wait on a
 * thread. People's own calls do not pass here.
 */
public final class Doorkeeper {
  private final Gates gates;
  private final Allowance allowance;
  private final InstantSource clock;

  public Doorkeeper(Gates gates, Allowance allowance, InstantSource clock) {
    this.gates = gates;
    this.allowance = allowance;
    this.clock = clock;
  }

  /** The same side, with this guard before it. */
  public Replica guard(Replica replica, InstallationId tenant, Side side) {
    return new GuardedReplica(replica, new Door(tenant, side));
  }

  /** One side of one tenant. */
  final class Door {
    private final InstallationId tenant;
    private final Side side;

    private Door(InstallationId tenant, Side side) {
      this.tenant = tenant;
      this.side = side;
    }

    <T> Outcome<T> pass(Errand errand, Supplier<Outcome<T>> call) {
      Optional<Stop> stop =
          gates.closed(tenant, side, errand, clock.instant()).or(() -> spend(errand));
      return stop.isPresent() ? asLimited(stop.get()) : obeyed(errand, call.get());
    }

    private Optional<Stop> spend(Errand errand) {
      Optional<Stop> spent = allowance.spend(tenant, side, errand);
      spent.ifPresent(stop -> gates.close(ofSide(), stop));
      return spent;
    }

    private <T> Outcome<T> obeyed(Errand errand, Outcome<T> outcome) {
      if (outcome instanceof Outcome.Failed<T>(RateLimited limited)) {
        gate(limited, errand).ifPresent(gate -> gates.close(gate, bounded(limited)));
      }
      return outcome;
    }

    /** A limit on one issue concerns its link alone, which waits in the queue. */
    private Optional<Gate> gate(RateLimited limited, Errand errand) {
      return switch (limited.scope()) {
        case ISSUE -> Optional.empty();
        case ENDPOINT -> Optional.of(new Gate(Optional.of(tenant), side, Optional.of(errand)));
        case TENANT -> Optional.of(ofSide());
        case EVERYTHING -> Optional.of(new Gate(Optional.empty(), side, Optional.empty()));
      };
    }

    private Gate ofSide() {
      return new Gate(Optional.of(tenant), side, Optional.empty());
    }
  }

  private Stop bounded(RateLimited limited) {
    Instant latest = clock.instant().plus(RetryPolicy.LONGEST_OBEYED);
    return new Stop(limited.until().isBefore(latest) ? limited.until() : latest, limited.why());
  }

  private static <T> Outcome<T> asLimited(Stop stop) {
    return new Outcome.Failed<>(
        new RateLimited(RemoteFailure.RateScope.ISSUE, stop.until(), stop.why()));
  }
}
