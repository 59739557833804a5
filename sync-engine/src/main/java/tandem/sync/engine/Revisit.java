package tandem.sync.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tandem.sync.model.DecisionId;
import tandem.sync.model.LinkId;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.Replica;
import tandem.sync.store.DriftLog.Place;
import tandem.sync.store.Revisits.Stop;

/**
 * Reads linked issues for what no listing tells: their decisions, and that they are gone. Neither
 * tracker says that a property or a document makes its issue count as changed, so a lost event of
 * one is found by looking. First come issues that changed after all that was heard of them, then,
 * as half of the share, those with decisions that nobody looked at for longest, then any of those.
 * One remote call each.
 */
final class Revisit {
  /** A pass costs no more calls than this on either side, however many links there are. */
  static final int MOST = 25;

  private final Durable durable;
  private final Intake intake;
  private final Sweep.Looks looks;
  private final Place place;
  private int found;
  private int calls;

  Revisit(Durable durable, Sweep.Looks looks, Place place) {
    this.durable = durable;
    this.intake = new Intake(durable);
    this.looks = looks;
    this.place = place;
  }

  /**
   * Gives the failure that ended it early.
   *
   * @param unheard issues that changed after all that was heard of them
   */
  Optional<RemoteFailure> through(Replica replica, List<Stop> unheard) {
    for (Stop stop : stops(unheard)) {
      Optional<RemoteFailure> failed = visit(replica, stop);
      if (failed.isPresent()) {
        return failed;
      }
    }
    return Optional.empty();
  }

  private List<Stop> stops(List<Stop> unheard) {
    Set<Stop> stops = new LinkedHashSet<>(unheard);
    Instant since = durable.clock().instant().minus(looks.after());
    stops.addAll(looks.revisits().dueWithDecisions(place, since, MOST / 2));
    stops.addAll(looks.revisits().due(place, since, MOST));
    return new ArrayList<>(stops).subList(0, Math.min(stops.size(), MOST));
  }

  /** What waits for a turn is looked at there, and what is set aside when it is replayed. */
  private Optional<RemoteFailure> visit(Replica replica, Stop stop) {
    if (durable.queue().find(stop.link()).isPresent()) {
      visited(stop);
      return Optional.empty();
    }
    calls++;
    return switch (replica.read(stop.issue(), known(stop.link()))) {
      case Outcome.Failed<Observation>(RemoteFailure failure) -> failed(stop, failure);
      case Outcome.Done<Observation>(Observation seen) -> {
        durable.transactions().run(() -> keep(stop, seen));
        yield Optional.empty();
      }
    };
  }

  /** An issue that cannot be read must not keep the others from their visit. */
  private Optional<RemoteFailure> failed(Stop stop, RemoteFailure failure) {
    boolean itsOwn =
        failure instanceof RemoteFailure.Rejected
            || (failure instanceof RemoteFailure.RateLimited limited
                && limited.scope() == RemoteFailure.RateScope.ISSUE);
    if (itsOwn) {
      visited(stop);
      return Optional.empty();
    }
    return Optional.of(failure);
  }

  private void visited(Stop stop) {
    looks.revisits().visited(stop.link(), place.side(), durable.clock().instant());
  }

  private Set<DecisionId> known(LinkId link) {
    return durable.links().decisions().find(link).all().keySet();
  }

  private void keep(Stop stop, Observation seen) {
    found +=
        switch (seen) {
          case Observation.Present present ->
              intake.observed(place.installation(), place.mapping(), place.side(), present);
          case Observation.Gone gone -> isKnownGone(stop.link()) ? 0 : touched(stop);
        };
    visited(stop);
  }

  private boolean isKnownGone(LinkId link) {
    return durable.links().find(link).filter(state -> state.side(place.side()).gone()).isPresent();
  }

  private int touched(Stop stop) {
    return intake.touched(place.installation(), place.side(), stop.issue());
  }

  /** How many links were found to be out of date. */
  int found() {
    return found;
  }

  int calls() {
    return calls;
  }
}
