package tandem.sync.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tandem.sync.engine.SweepReport.Drift;
import tandem.sync.model.InstallationId;
import tandem.sync.model.Side;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.Replica;

/** One pass over one side and what it has counted so far. */
final class SweepPass {
  /** Both trackers deliver a webhook within seconds; one younger than this is not missed yet. */
  private static final Duration FRESH = Duration.ofMinutes(2);

  private final Intake intake;
  private final InstallationId tenant;
  private final Side side;
  private final Instant now;
  private Instant newest;
  private int looked;
  private int missed;
  private int underWay;
  private int calls;

  SweepPass(Durable durable, InstallationId tenant, Side side, Instant reached) {
    this.intake = new Intake(durable);
    this.now = durable.clock().instant();
    this.tenant = tenant;
    this.side = side;
    this.newest = reached;
  }

  /** Goes through the listing; gives the failure that ended it early. */
  Optional<RemoteFailure> over(Replica replica, Instant since) {
    Optional<Cursor> next = Optional.of(Cursor.START);
    while (next.isPresent()) {
      calls++;
      switch (replica.changedSince(since, next.get())) {
        case Outcome.Failed<Page<Listed>>(RemoteFailure failure) -> {
          return Optional.of(failure);
        }
        case Outcome.Done<Page<Listed>>(Page<Listed> page) -> {
          page.items().forEach(listed -> keep(listed.issue()));
          next = page.next();
        }
      }
    }
    return Optional.empty();
  }

  private void keep(Observation.Present issue) {
    looked++;
    Instant at = issue.snapshot().at();
    newest = at.isAfter(newest) ? at : newest;
    int drifted = intake.observed(tenant, side, issue);
    if (at.isBefore(now.minus(FRESH))) {
      missed += drifted;
    } else {
      underWay += drifted;
    }
  }

  Instant newest() {
    return newest;
  }

  Drift drift() {
    return new Drift(looked, missed, underWay, calls);
  }
}
