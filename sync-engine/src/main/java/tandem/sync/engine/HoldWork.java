package tandem.sync.engine;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tandem.sync.engine.Edit.Aspect;
import tandem.sync.model.DecisionId;
import tandem.sync.reconcile.Brake;
import tandem.sync.store.Hold;
import tandem.sync.store.Holds;

/** The brake of the claimed link: what is to be deleted and waits for a person's yes. */
final class HoldWork {
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final Tenure tenure;
  private final Holds holds;
  private final Optional<Hold> known;
  private Optional<Hold> needed = Optional.empty();
  private boolean tagGone;

  HoldWork(Tenure tenure) {
    this.tenure = tenure;
    this.holds = tenure.durable().links().holds();
    this.known = holds.of(tenure.link());
  }

  /** A person was not asked yet, so it matters how the tag was lost. */
  boolean asksWhether(Plans plans) {
    return plans.deletesBudget() && known.filter(Hold::budget).isEmpty();
  }

  /** Nobody took the tag off the issue: it was deleted itself (row H06). */
  void tagIsGone() {
    tagGone = true;
  }

  /**
   * The aspects that nothing is written of before a person said yes.
   *
   * @param agreed how many decisions both sides agree on
   */
  Set<Aspect> held(Plans plans, int agreed) {
    Hold all = new Hold(0, "", plans.deletesBudget(), plans.deletions(), false);
    needed = isNothing(all) ? Optional.empty() : brake(all, agreed);
    Set<Aspect> held = new HashSet<>();
    needed.ifPresent(hold -> {
      hold.decisions().forEach(id -> held.add(Aspect.of(id)));
      if (hold.budget()) {
        held.add(Aspect.BUDGET);
      }
    });
    return held;
  }

  private static boolean isNothing(Hold hold) {
    return !hold.budget() && hold.decisions().isEmpty();
  }

  private Optional<Hold> brake(Hold all, int agreed) {
    if (known.filter(hold -> hold.released() && hold.covers(all)).isPresent()) {
      return Optional.empty();
    }
    Optional<String> waiting = known.filter(hold -> !hold.released()).map(Hold::why);
    SortedSet<DecisionId> decisions = all.decisions();
    if (Brake.holdsLink(decisions.size(), agreed)) {
      return Optional.of(new Hold(0, "H01", isTooFast(all.budget()), decisions, false));
    }
    boolean budget = isTooFast(all.budget());
    boolean erasing =
        !decisions.isEmpty()
            && (waiting.isPresent() || isTooFast(Holds.Kind.DECISION, decisions.size()));
    return budget || erasing
        ? Optional.of(
            new Hold(
                0,
                waiting.orElse(tagGone ? "H06" : "H02"),
                budget,
                erasing ? decisions : new TreeSet<>(),
                false))
        : Optional.empty();
  }

  private boolean isTooFast(boolean clearing) {
    boolean waits = known.filter(hold -> !hold.released() && hold.budget()).isPresent();
    return clearing && (waits || tagGone || isTooFast(Holds.Kind.BUDGET, 1));
  }

  /** What was deleted within the hour is not agreed on any more, but it was. */
  private boolean isTooFast(Holds.Kind kind, int deletions) {
    Holds.Pace pace = holds.pace(tenure.link(), kind, tenure.now().minus(AN_HOUR));
    return Brake.holdsMapping(pace.deleted() + deletions, pace.agreed() + pace.deleted());
  }

  /** Belongs into a step. What needs no hold any more has none. */
  void saveEnd(Plans plans) {
    if (needed.isPresent()) {
      holds.keep(tenure.link(), needed.get(), tenure.now());
    } else if (!plans.deletesBudget() && plans.deletions().isEmpty()) {
      known.ifPresent(hold ->
          holds.end(
              hold.id(), hold.released() ? Holds.Ending.DONE : Holds.Ending.LAPSED, tenure.now()));
    }
  }
}
