package tandem.sync.engine;

import java.util.Optional;
import tandem.sync.model.Draw;
import tandem.sync.model.MappingRules;
import tandem.sync.model.Side;
import tandem.sync.model.Snapshot;
import tandem.sync.reconcile.BudgetBase;
import tandem.sync.reconcile.BudgetMerge;
import tandem.sync.reconcile.Plan;
import tandem.sync.replica.Observation;
import tandem.sync.store.LinkState;

/** What a turn would plan for a pair, given what both sides hold now. Pure. */
final class Prospect {
  private Prospect() {}

  static Plan of(
      Optional<LinkState> link,
      MappingRules rules,
      Observation.Present left,
      Observation.Present right) {
    return BudgetMerge.plan(
        base(link), now(link, Side.LEFT, left), now(link, Side.RIGHT, right), rules.budget());
  }

  /** What is known to have been so for longer is not the later one. */
  private static Snapshot now(Optional<LinkState> link, Side side, Observation.Present seen) {
    return link.flatMap(state -> state.side(side).snapshot())
        .filter(known -> known.budgets().equals(seen.snapshot().budgets()))
        .orElse(seen.snapshot());
  }

  private static BudgetBase base(Optional<LinkState> link) {
    return link.map(BudgetWork::base).orElseGet(() -> BudgetBase.of(Draw.NONE));
  }
}
