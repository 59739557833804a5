package tandem.sync.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tandem.sync.engine.SweepReport.Drift;
import tandem.sync.model.LinkId;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Listed;
import tandem.sync.replica.ListedDecision;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.Replica;
import tandem.sync.store.DriftCause;
import tandem.sync.store.DriftLog.Place;
import tandem.sync.store.Glance;
import tandem.sync.store.Receipt;
import tandem.sync.store.Revisits.Stop;

/** One pass over one side and what it has counted so far. */
final class SweepPass {
  /** Both trackers deliver a webhook within seconds; one younger than this is not missed yet. */
  private static final Duration FRESH = Duration.ofMinutes(2);

  private final Durable durable;
  private final Intake intake;
  private final Place place;
  private final Instant now;
  private final Map<DriftCause, Integer> found = new EnumMap<>(DriftCause.class);
  private Instant newest;
  private final List<Stop> unheard = new ArrayList<>();
  private int looked;
  private int calls;

  SweepPass(Durable durable, Place place, Instant reached) {
    this.durable = durable;
    this.intake = new Intake(durable);
    this.place = place;
    this.now = durable.clock().instant();
    this.newest = reached;
  }

  /** What else is done with a page that was listed; gives how many links it made. */
  interface Afterwards {
    Outcome<Integer> of(List<Listed> page);
  }

  /** Goes through the listing; gives the failure that ended it early. */
  Optional<RemoteFailure> over(Replica replica, Instant since, Afterwards afterwards) {
    return through(
        cursor -> replica.changedSince(since, cursor).then(page -> kept(page, afterwards)));
  }

  /** The same of decisions, where the side lists them. */
  Optional<RemoteFailure> overDecisions(Replica replica, Instant since) {
    return replica.listsDecisions()
        ? through(cursor -> replica.decisionsSince(since, cursor).then(this::kept))
        : Optional.empty();
  }

  private Outcome<Optional<Cursor>> kept(Page<ListedDecision> page) {
    for (ListedDecision listed : page.items()) {
      boolean fresh = listed.at().filter(this::isFresh).isPresent();
      count(
          fresh ? DriftCause.UNDER_WAY : DriftCause.MISSED,
          intake.decisionListed(place.installation(), place.side(), listed));
    }
    return new Outcome.Done<>(page.next());
  }

  private boolean isFresh(Instant at) {
    return !at.isBefore(now.minus(FRESH));
  }

  /** A listing, page by page: from one to where the next one begins. */
  private interface Pages {
    Outcome<Optional<Cursor>> from(Cursor cursor);
  }

  private Optional<RemoteFailure> through(Pages pages) {
    Optional<Cursor> next = Optional.of(Cursor.START);
    while (next.isPresent()) {
      calls++;
      switch (pages.from(next.get())) {
        case Outcome.Failed<Optional<Cursor>>(RemoteFailure failure) -> {
          return Optional.of(failure);
        }
        case Outcome.Done<Optional<Cursor>>(Optional<Cursor> following) -> next = following;
      }
    }
    return Optional.empty();
  }

  private Outcome<Optional<Cursor>> kept(Page<Listed> page, Afterwards afterwards) {
    page.items().forEach(this::keep);
    return afterwards
        .of(page.items())
        .then(made -> {
          count(DriftCause.NEVER_LINKED, made);
          return new Outcome.Done<>(page.next());
        });
  }

  private void keep(Listed listed) {
    Observation.Present issue = listed.issue();
    looked++;
    Instant at = issue.snapshot().at();
    newest = at.isAfter(newest) ? at : newest;
    noteUnheard(issue);
    int drifted = intake.observed(place.installation(), place.side(), issue);
    if (drifted > 0) {
      count(cause(listed), drifted);
    }
  }

  /** Something about it changed that nothing told of; the listing need not show what. */
  private void noteUnheard(Observation.Present issue) {
    durable
        .links()
        .glance(place.installation(), place.side(), issue.issue())
        .filter(Glance::decisionsRead)
        .filter(known -> known.isBefore(issue.snapshot().at()))
        .filter(known -> unheard.size() < Revisit.MOST)
        .ifPresent(known -> unheard.add(new Stop(known.link(), issue.issue())));
  }

  /** Looks at what the listing does not show; gives the failure that ended it early. */
  Optional<RemoteFailure> revisit(Replica replica, Sweep.Looks looks) {
    Revisit visits = new Revisit(durable, looks, place);
    Optional<RemoteFailure> failed = visits.through(replica, unheard);
    count(DriftCause.MISSED, visits.found());
    calls += visits.calls();
    return failed;
  }

  private void count(DriftCause cause, int times) {
    if (times > 0) {
      found.merge(cause, times, Integer::sum);
    }
  }

  private DriftCause cause(Listed listed) {
    if (isFresh(listed.issue().snapshot().at())) {
      return DriftCause.UNDER_WAY;
    }
    if (isPutBack(listed.issue())) {
      return DriftCause.OVERWRITTEN;
    }
    return listed.nativelySynced() ? DriftCause.NATIVE_SYNC : DriftCause.MISSED;
  }

  /** The side holds what Tandem's last write there had replaced. */
  private boolean isPutBack(Observation.Present issue) {
    Optional<LinkId> link =
        durable.links().linkOf(place.installation(), place.side(), issue.issue());
    return link.stream()
        .flatMap(it -> durable.links().receipts(it).stream())
        .filter(receipt -> receipt.side() == place.side() && receipt.isKnown())
        .reduce((older, newer) -> newer)
        .filter(last -> isUndone(last, issue))
        .isPresent();
  }

  private static boolean isUndone(Receipt last, Observation.Present issue) {
    return last.before().equals(issue.snapshot().budgets())
        && !last.after().tags().equals(issue.snapshot().budgets());
  }

  Instant newest() {
    return newest;
  }

  Drift drift() {
    return new Drift(looked, found, calls);
  }
}
