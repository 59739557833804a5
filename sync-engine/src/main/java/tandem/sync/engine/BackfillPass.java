package tandem.sync.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.engine.Replicas.Opened;
import tandem.sync.model.Side;
import tandem.sync.queue.Stop;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.Replica;
import tandem.sync.store.BackfillCounts;
import tandem.sync.store.BackfillRun;
import tandem.sync.store.BackfillRun.Place;
import tandem.sync.store.BackfillRun.Stage;
import tandem.sync.store.BackfillRun.State;
import tandem.sync.store.BackfillStore.Hold;
import tandem.sync.store.StoreFailure;
import tandem.sync.store.TwinHint;

/**
 * One node's work on a pass, page by page. What a page gave, its counts and the place of the next
 * one are kept in one transaction, or not at all.
 */
final class BackfillPass {
  private static final Logger LOG = System.getLogger(BackfillPass.class.getName());

  private final Durable durable;
  private final Backfill.Books books;
  private final Hold hold;
  private final Twins twins;
  private BackfillRun run;
  private boolean createsLeft;
  private Instant leasedUntil = Instant.MIN;

  BackfillPass(Durable durable, Backfill.Books books, Twins twins, Hold hold) {
    this.durable = durable;
    this.books = books;
    this.twins = twins;
    this.hold = hold;
    this.run = hold.run();
  }

  /** Goes on until it ends, has to wait, or belongs to somebody else. */
  void over(Opened.Ready ready) {
    createsLeft = ready.rules().creates().equals(Optional.of(Side.LEFT));
    BackfillPage page = new BackfillPage(durable, books, twins, run);
    try {
      while (isDue()) {
        step(ready, page);
      }
    } catch (LeaseLost lost) {
      LOG.log(
          Level.INFO, "the backfill of mapping {0} is not ours any more", run.mapping().value());
    } catch (StoreFailure unreachable) {
      throw unreachable;
    } catch (RuntimeException fault) {
      LOG.log(Level.ERROR, "the backfill of mapping " + run.mapping().value() + " failed", fault);
      String why = "a fault in Tandem (" + fault.getClass().getSimpleName() + "), see the log";
      carryOut(RetryPolicy.decideFault(why, attempt(), now()));
    }
  }

  private boolean isDue() {
    return run.status().state() == State.RUNNING && !run.status().dueAt().isAfter(now());
  }

  private void step(Opened.Ready ready, BackfillPage page) {
    Optional<Stop> stop = durable.queue().stopped(run.installation(), now());
    if (stop.isPresent()) {
      keep(run.waiting(stop.get().until(), stop.get().why(), run.status().attempts()));
      return;
    }
    if (run.place().equals(Place.FIRST) && run.expected().isEmpty()) {
      count(ready);
    }
    list(ready, page);
  }

  private Replica replica(Opened.Ready ready) {
    return run.place().stage() == Stage.LEFT ? ready.left() : ready.right();
  }

  /** For people only: where it fails, nobody knows how long the pass will be. */
  private void count(Opened.Ready ready) {
    if (ready.left().count() instanceof Outcome.Done<Long>(Long left)
        && ready.right().count() instanceof Outcome.Done<Long>(Long right)) {
      keep(run.expecting(left + right));
    }
  }

  private void list(Opened.Ready ready, BackfillPage page) {
    Replica replica = replica(ready);
    String cursor = run.place().cursor();
    Outcome<Found> found =
        replica
            .changedSince(run.since(), new Cursor(cursor))
            .then(listed -> found(ready, page, listed));
    switch (found) {
      case Outcome.Failed<Found>(RemoteFailure failure) ->
          carryOut(RetryPolicy.decide(failure, attempt(), now()));
      case Outcome.Done<Found>(Found done) ->
          run = durable.transactions().within(() -> kept(page, done));
    }
  }

  /** A page, the twins that it names, and how many were created for it. */
  private record Found(Page<Listed> page, List<TwinHint> named, int calls, int made) {
    private static final int CALLS_TO_MAKE = 4;

    Found with(int created) {
      return new Found(page, named, calls + created * CALLS_TO_MAKE, made + created);
    }
  }

  private Outcome<Found> found(Opened.Ready ready, BackfillPage page, Page<Listed> listed) {
    return switch (run.place().stage()) {
      case HINTS -> new Outcome.Done<>(new Found(listed, page.named(listed.items()), 1, 0));
      case LEFT -> pointed(ready, listed, page.alone(listed.items()));
      case RIGHT ->
          made(ready, Side.LEFT, new Found(listed, List.of(), 1, 0), page.unnamed(listed.items()));
    };
  }

  private Outcome<Found> pointed(
      Opened.Ready ready, Page<Listed> listed, List<Observation.Present> alone) {
    return new TwinSearch(twins, run.mapping(), ready, this::secureLease)
        .of(alone)
        .then(hints ->
            made(
                ready,
                Side.RIGHT,
                new Found(listed, hints, 1 + alone.size(), 0),
                without(hints, alone)));
  }

  private static List<Observation.Present> without(
      List<TwinHint> hints, List<Observation.Present> alone) {
    List<String> named = hints.stream().map(TwinHint::leftKey).toList();
    return alone.stream().filter(it -> !named.contains(it.key())).toList();
  }

  private Outcome<Found> made(
      Opened.Ready ready, Side on, Found found, List<Observation.Present> alone) {
    if (!ready.rules().creates().equals(Optional.of(on))) {
      return new Outcome.Done<>(found);
    }
    var scope = new NewTwins.Scope(run.installation(), run.mapping(), ready);
    var register = new NewTwins.Register(books.creations(), books.partings());
    return new NewTwins(durable, register, scope, this::secureLease)
        .on(on, alone)
        .then(made -> new Outcome.Done<>(found.with(made)));
  }

  /** Many small calls may take longer than a lease. */
  private void secureLease() {
    if (leasedUntil.isBefore(now().plus(Backfill.LEASE.dividedBy(2)))) {
      keep(run);
    }
  }

  private BackfillRun kept(BackfillPage page, Found found) {
    Stage stage = run.place().stage();
    Page<Listed> listed = found.page();
    found.named().forEach(page::note);
    BackfillCounts calls =
        new BackfillCounts(0, 0, found.made(), found.made(), 0, 0, found.calls());
    BackfillCounts counts = run.counts().plus(page.keep(stage, listed.items())).plus(calls);
    BackfillRun next =
        listed
            .next()
            .map(cursor -> run.at(new Place(stage, cursor.value(), restarts()), counts))
            .orElseGet(() -> following(page, stage, counts));
    return stored(next);
  }

  private BackfillRun following(BackfillPage page, Stage stage, BackfillCounts counts) {
    boolean over =
        switch (stage) {
          case HINTS -> false;
          case LEFT -> !createsLeft && !page.isWorthAnotherListing(counts.calls());
          case RIGHT -> true;
        };
    if (over) {
      return run.at(run.place(), counts.plus(page.end()))
          .ended(State.DONE, "It came through.", now());
    }
    Stage next = stage == Stage.HINTS ? Stage.LEFT : Stage.RIGHT;
    return run.at(new Place(next, "", restarts()), counts);
  }

  private void carryOut(Decision decision) {
    switch (decision) {
      case Decision.RetryAt retry -> keep(run.waiting(retry.at(), retry.why(), attempt()));
      case Decision.Wait wait ->
          keep(run.waiting(wait.until(), wait.why(), run.status().attempts()));
      case Decision.Quarantine given -> keep(givenUp(given.why()));
      case Decision.PauseConnection pause -> stopTenant(new Stop(pause.probeAt(), pause.why()));
    }
  }

  private void stopTenant(Stop stop) {
    durable.queue().stop(run.installation(), stop);
    keep(run.waiting(stop.until(), stop.why(), run.status().attempts()));
  }

  /** A tracker's place in a listing may have become invalid: one more try from the beginning. */
  private BackfillRun givenUp(String why) {
    return !run.place().cursor().isEmpty() && restarts() == 0
        ? run.restarted()
        : run.ended(State.STOPPED, why, now());
  }

  private void keep(BackfillRun changed) {
    run = durable.transactions().within(() -> stored(changed));
  }

  private BackfillRun stored(BackfillRun changed) {
    boolean goesOn =
        changed.status().state() == State.RUNNING && !changed.status().dueAt().isAfter(now());
    Instant until = goesOn ? now().plus(Backfill.LEASE) : now();
    if (!books.runs().keep(hold, changed, until)) {
      throw new LeaseLost();
    }
    leasedUntil = until;
    return changed;
  }

  private int attempt() {
    return run.status().attempts() + 1;
  }

  private int restarts() {
    return run.place().restarts();
  }

  private Instant now() {
    return durable.clock().instant();
  }
}
