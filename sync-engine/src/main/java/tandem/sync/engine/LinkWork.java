package tandem.sync.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tandem.sync.model.Budget;
import tandem.sync.model.DecisionId;
import tandem.sync.model.MappingRules;
import tandem.sync.model.Side;
import tandem.sync.queue.Claim;
import tandem.sync.reconcile.DecisionPlan;
import tandem.sync.replica.Observation;
import tandem.sync.store.LinkState;

/** What is known of the claimed link, all its aspects, and what a turn keeps of it. */
final class LinkWork {
  private final Tenure tenure;
  private final BudgetWork budget;
  private final DecisionWork decisions;
  private final HoldWork holds;

  private LinkWork(Durable durable, Claim claim) {
    this.tenure = new Tenure(durable, claim);
    this.budget = new BudgetWork(tenure);
    this.decisions = new DecisionWork(tenure, budget.state());
    this.holds = new HoldWork(tenure);
  }

  static LinkWork begin(Durable durable, Claim claim) {
    return new LinkWork(durable, claim);
  }

  LinkState state() {
    return budget.state();
  }

  BudgetWork budget() {
    return budget;
  }

  DecisionWork decisions() {
    return decisions;
  }

  /** A side is gone: nothing may be concluded from that, so nothing is written. */
  boolean isResting() {
    return state().left().gone() || state().right().gone();
  }

  /** A person's ruling about any aspect is open. */
  boolean isRuled() {
    return budget.isRuled() || decisions.isRuled();
  }

  /** The side has to be read before anything is planned. */
  boolean isDoubtful(Side side) {
    return budget.isDoubtful(side) || decisions.isDoubtful(side);
  }

  /** Both sides must have been observed. */
  Plans plan(MappingRules rules) {
    return new Plans(budget.plan(rules), decisions.plans(rules));
  }

  /**
   * Keeps what a read gave; it answers all news of the side up to when the read began.
   *
   * @param asked the ids of decisions that were known when it began
   */
  void read(Side side, Observation observation, Set<DecisionId> asked) {
    long news = state().side(side).news();
    boolean unused =
        tenure.step(() -> {
          budget.saveLook(side, observation);
          decisions.saveLook(side, observation, asked);
          tenure.durable().links().seen(tenure.link(), side, news);
          budget.reload();
          return true;
        });
  }

  /** A tag that one side lost, where nobody said yet that the other side is to lose it, too. */
  Optional<Lost> lost(Plans plans) {
    return plans
        .clearedOn()
        .filter(side -> holds.asksWhether(plans))
        .flatMap(side -> agreed().map(budget -> new Lost(side, budget)));
  }

  private Optional<Budget> agreed() {
    return state().base().flatMap(base -> base.draw().budget());
  }

  /** A tag that is on one side only, as agreed. */
  record Lost(Side on, Budget tag) {}

  /** The tag is gone from the whole side. */
  void tagIsGone() {
    holds.tagIsGone();
  }

  /** The aspects that nothing is written of before a person said yes. */
  Set<Edit.Aspect> held(Plans plans) {
    return holds.held(plans, decisions.agreed());
  }

  /** Writes down what is going to be sent of these aspects; the budget tag goes first. */
  List<Edit> intend(Plans plans, Set<Edit.Aspect> which, Tally tally) {
    List<Edit> edits = new ArrayList<>();
    if (which.contains(Edit.Aspect.BUDGET)) {
      edits.addAll(budget.intend(plans.budget(), tally));
    }
    SortedMap<DecisionId, DecisionPlan> some = new TreeMap<>(plans.decisions());
    some.keySet().removeIf(id -> !which.contains(Edit.Aspect.of(id)));
    if (!some.isEmpty()) {
      edits.addAll(decisions.intend(some, tally));
    }
    return edits;
  }

  /** To be asked before each write. */
  void secureLease() {
    tenure.secure();
  }

  /**
   * Keeps what is through and sets aside what is refused; nothing else is left, and it completes.
   *
   * @param refused why, for each decision that is not tried any more
   */
  void finish(Plans plans, Map<DecisionId, String> refused, Tally tally) {
    tally.conflicts(tenure.complete(() -> saveEnd(plans, refused, Set.of())));
  }

  /**
   * The same, and the rest goes on later.
   *
   * @param waiting aspects with a write that failed: though nothing is left to write now, it may
   *     still happen, so nothing is concluded about them
   */
  void settle(Plans plans, Map<DecisionId, String> refused, Set<Edit.Aspect> waiting, Tally tally) {
    tally.conflicts(tenure.step(() -> saveEnd(plans, refused, waiting)));
  }

  private int saveEnd(Plans plans, Map<DecisionId, String> refused, Set<Edit.Aspect> waiting) {
    holds.saveEnd(plans);
    boolean budgetEnds = plans.budget().isQuiet() && !waiting.contains(Edit.Aspect.BUDGET);
    int found = budgetEnds && budget.saveEnd(plans.budget()) ? 1 : 0;
    for (Map.Entry<DecisionId, String> it : refused.entrySet()) {
      found += decisions.saveAside(it.getKey(), it.getValue());
    }
    SortedMap<DecisionId, DecisionPlan> quiet = plans.quiet();
    quiet.keySet().removeIf(id -> waiting.contains(Edit.Aspect.of(id)));
    return found + decisions.saveEnd(quiet);
  }

  /** Completes without a conclusion. */
  void rest() {
    boolean unused = tenure.complete(() -> true);
  }
}
