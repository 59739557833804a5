package tandem.sync.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;
import tandem.sync.model.MappingRules;
import tandem.sync.model.Side;
import tandem.sync.model.Snapshot;
import tandem.sync.queue.Claim;
import tandem.sync.queue.Completion;
import tandem.sync.queue.Lease;
import tandem.sync.reconcile.BudgetBase;
import tandem.sync.reconcile.BudgetBase.Written;
import tandem.sync.reconcile.BudgetMerge;
import tandem.sync.reconcile.Conflict;
import tandem.sync.reconcile.Plan;
import tandem.sync.reconcile.RuledMerge;
import tandem.sync.reconcile.TagEdit;
import tandem.sync.replica.Change;
import tandem.sync.replica.Observation;
import tandem.sync.store.ConflictRecord;
import tandem.sync.store.Intent;
import tandem.sync.store.LinkState;
import tandem.sync.store.Receipt;
import tandem.sync.store.Rulings.Ending;
import tandem.sync.store.Rulings.Given;

/**
 * What is known of the claimed link, and what a turn keeps of it. Each step is one transaction that
 * also renews the lease; after the lease is lost every step throws {@link LeaseLost} and keeps
 * nothing.
 */
final class LinkWork {
  private final Durable durable;
  private final Claim claim;
  private Optional<Given> ruling;
  private Instant leasedUntil = Instant.MIN;
  private LinkState state;

  private LinkWork(Durable durable, Claim claim) {
    this.durable = durable;
    this.claim = claim;
    this.state = step(() -> durable.links().find(claim.link()).orElseThrow(LeaseLost::new));
    this.ruling = durable.rulings().open(claim.link());
  }

  static LinkWork begin(Durable durable, Claim claim) {
    return new LinkWork(durable, claim);
  }

  LinkState state() {
    return state;
  }

  /** A side is gone: nothing may be concluded from that, so nothing is written. */
  boolean isResting() {
    return state.left().gone() || state.right().gone();
  }

  /** What is known of the side may be out of date, or a write to it may have happened unseen. */
  boolean isDoubtful(Side side) {
    return state.side(side).isStale()
        || state.intents(side).stream().anyMatch(intent -> !intent.answered());
  }

  /** Both sides must have been observed. */
  Plan plan(MappingRules rules) {
    Snapshot left = snapshot(Side.LEFT);
    Snapshot right = snapshot(Side.RIGHT);
    return ruling
        .flatMap(given -> RuledMerge.plan(given.ruling(), left, right))
        .orElseGet(() -> BudgetMerge.plan(base(), left, right, rules.budget()));
  }

  private BudgetBase base() {
    return new BudgetBase(
        state.base().map(LinkState.Base::draw).orElse(Draw.NONE),
        written(Side.LEFT),
        written(Side.RIGHT));
  }

  private List<Written> written(Side side) {
    return state.intents(side).stream()
        .map(intent -> new Written(intent.after(), intent.answered()))
        .toList();
  }

  private Snapshot snapshot(Side side) {
    return state.side(side).snapshot().orElseThrow();
  }

  /**
   * Keeps what a read gave; it answers all news of the side up to when the read began, and tells of
   * unanswered writes whether they happened.
   */
  void read(Side side, Observation observation) {
    long news = state.side(side).news();
    keep(() -> {
      observe(side, observation);
      durable.links().seen(claim.link(), side, news);
      state.intents(side).stream()
          .filter(intent -> !intent.answered())
          .forEach(intent -> applied(intent, observation, Receipt.How.READ_BACK));
    });
  }

  private void applied(Intent intent, Observation observation, Receipt.How how) {
    if (observation instanceof Observation.Present seen && shows(seen, intent)) {
      durable.links().applied(claim.link(), intent, how, now());
    }
  }

  /** Writes down what is going to be sent, and the conflict that a policy answered by it. */
  List<Edit> intend(Plan plan, Tally tally) {
    boolean newConflict =
        step(() -> {
          boolean known = plan.conflict().map(this::keepConflict).orElse(false);
          sides(plan).forEach(side -> intend(side, plan));
          if (!plan.row().isRuled()) {
            endRuling(Ending.LAPSED);
          }
          state = durable.links().find(claim.link()).orElseThrow(LeaseLost::new);
          return known;
        });
    tally.conflicts(newConflict && !plan.row().isRuled());
    ruling = ruling.filter(given -> plan.row().isRuled());
    return sides(plan).map(side -> edit(side, plan.edit(side))).toList();
  }

  private static Stream<Side> sides(Plan plan) {
    return Stream.of(Side.values()).filter(side -> !plan.edit(side).isEmpty());
  }

  private void intend(Side side, Plan plan) {
    Intent intent =
        new Intent(
            0,
            side,
            snapshot(side).budgets(),
            plan.next().orElseThrow(),
            plan.row().name(),
            causedAt(side, plan),
            false);
    boolean writtenDown = last(side).filter(known -> isRepeated(intent, known)).isPresent();
    if (!writtenDown) {
      long unused = durable.links().intend(claim.link(), intent, now());
    }
  }

  private Instant causedAt(Side side, Plan plan) {
    return ruling
        .filter(given -> plan.row().isRuled())
        .map(given -> given.ruling().at())
        .orElseGet(() -> snapshot(side.other()).at());
  }

  private static boolean isRepeated(Intent intent, Intent known) {
    return !known.answered()
        && known.after().equals(intent.after())
        && known.before().equals(intent.before());
  }

  private Optional<Intent> last(Side side) {
    return state.intents(side).stream().reduce((older, newer) -> newer);
  }

  private Edit edit(Side side, TagEdit edit) {
    return new Edit(
        side,
        state.side(side).issue(),
        new Change.Retag(edit.add(), edit.remove()),
        last(side).orElseThrow());
  }

  /**
   * To be asked before each write, because a tracker knows no fence: what is sent takes effect
   * within the lease, also where this process was held up since it wrote the intent down.
   */
  void secureLease() {
    while (now().plus(Lease.FOR_A_CALL).isAfter(leasedUntil)) {
      boolean unused = step(() -> true);
    }
  }

  /** Keeps the tracker's answer to a write. */
  void written(Edit edit, Observation answer) {
    keep(() -> {
      observe(edit.side(), answer);
      applied(edit.intent(), answer, Receipt.How.ANSWERED);
    });
  }

  /**
   * Our value stands and what it was to replace is gone; whatever else a person put there
   * meanwhile. The value alone proves nothing: a person may have put it beside the old one.
   */
  private static boolean shows(Observation.Present seen, Intent intent) {
    SortedSet<Budget> tags = seen.snapshot().budgets();
    SortedSet<Budget> wanted = intent.after().tags();
    if (wanted.isEmpty()) {
      return tags.isEmpty();
    }
    return tags.containsAll(wanted)
        && tags.stream().noneMatch(tag -> intent.before().contains(tag) && !wanted.contains(tag));
  }

  /** Nothing is left to write: keeps the new base, or the open conflict, and completes. */
  void finish(Plan plan, Tally tally) {
    boolean newConflict =
        complete(() -> {
          plan.next().ifPresent(this::agree);
          endRuling(plan.row().isRuled() ? Ending.DONE : Ending.LAPSED);
          return plan.next().isEmpty() && plan.conflict().map(this::keepConflict).orElse(false);
        });
    tally.conflicts(newConflict);
  }

  /** Only the one that this turn knew: a ruling that was given meanwhile has its own turn. */
  private void endRuling(Ending ending) {
    ruling.ifPresent(given -> durable.rulings().end(given.id(), ending, now()));
  }

  /** Completes without a conclusion. */
  void rest() {
    boolean unused = complete(() -> false);
  }

  private void agree(Draw draw) {
    durable.links().agreed(claim.link(), draw, now());
    durable.links().closeConflicts(claim.link(), now());
  }

  private boolean keepConflict(Conflict conflict) {
    return durable
        .links()
        .conflict(
            claim.link(),
            new ConflictRecord(
                conflict.row().name(),
                conflict.left(),
                conflict.right(),
                conflict.chosen(),
                now()));
  }

  private void observe(Side side, Observation observation) {
    switch (observation) {
      case Observation.Present seen -> {
        boolean unused = durable.links().observed(claim.link(), side, seen.key(), seen.snapshot());
      }
      case Observation.Gone gone -> durable.links().gone(claim.link(), side);
    }
  }

  private void keep(Runnable saving) {
    state =
        step(() -> {
          saving.run();
          return durable.links().find(claim.link()).orElseThrow(LeaseLost::new);
        });
  }

  /** The queue's row is locked last: whoever else locks both begins with the link, too. */
  private <T> T step(Supplier<T> saving) {
    return durable
        .transactions()
        .within(() -> {
          T result = saving.get();
          Instant until = now().plus(Lease.LENGTH);
          if (!durable.queue().renew(claim, until)) {
            throw new LeaseLost();
          }
          leasedUntil = until;
          return result;
        });
  }

  private boolean complete(Supplier<Boolean> saving) {
    return durable
        .transactions()
        .within(() -> {
          boolean result = saving.get();
          if (durable.queue().complete(claim, now()) == Completion.LOST) {
            throw new LeaseLost();
          }
          return result;
        });
  }

  private Instant now() {
    return durable.clock().instant();
  }
}
