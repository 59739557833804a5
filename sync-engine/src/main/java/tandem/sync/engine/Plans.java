package tandem.sync.engine;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Draw;
import tandem.sync.model.Side;
import tandem.sync.reconcile.DecisionPlan;
import tandem.sync.reconcile.Plan;
import tandem.sync.reconcile.Versions;

/** What is to be done about all aspects of a link, each by itself. */
record Plans(Plan budget, SortedMap<DecisionId, DecisionPlan> decisions) {

  /** The decisions for which nothing is left to write. */
  SortedMap<DecisionId, DecisionPlan> quiet() {
    SortedMap<DecisionId, DecisionPlan> quiet = new TreeMap<>(decisions);
    quiet.values().removeIf(plan -> !plan.isQuiet());
    return quiet;
  }

  /** The aspects that something is to be written of. */
  Set<Edit.Aspect> unquiet() {
    Set<Edit.Aspect> unquiet = new HashSet<>();
    if (!budget.isQuiet()) {
      unquiet.add(Edit.Aspect.BUDGET);
    }
    decisions.forEach((id, plan) -> {
      if (!plan.isQuiet()) {
        unquiet.add(Edit.Aspect.of(id));
      }
    });
    return unquiet;
  }

  /**
   * The side has to be looked at before anything is written: it is going to be, or both sides have
   * news, and news that was overtaken by other news must not decide between people.
   */
  boolean wants(Side side) {
    return budget.row().isContested()
        || !budget.edit(side).isEmpty()
        || decisions.values().stream().anyMatch(it -> it.isContested() || it.changes(side));
  }

  /** A person's ruling deletes without asking again. */
  boolean deletesBudget() {
    return !budget.row().isRuled()
        && !budget.isQuiet()
        && budget.next().filter(Draw.NONE::equals).isPresent();
  }

  /** The side that lost its tag, where that is about to be mirrored. */
  Optional<Side> clearedOn() {
    return Stream.of(Side.values())
        .filter(side -> deletesBudget() && !budget.edit(side.other()).isEmpty())
        .findFirst();
  }

  /** Decisions that are about to be deleted on a side. */
  SortedSet<DecisionId> deletions() {
    SortedSet<DecisionId> deletions = new TreeSet<>();
    decisions.forEach((id, plan) -> {
      boolean goes = !plan.isQuiet() && plan.next().equals(Versions.all(Optional.empty()));
      if (goes && !plan.isRuled()) {
        deletions.add(id);
      }
    });
    return deletions;
  }
}
