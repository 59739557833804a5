package tandem.app.admin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tandem.sync.engine.Outlook;
import tandem.sync.model.Decision;
import tandem.sync.model.Side;
import tandem.sync.reconcile.DecisionConflict;
import tandem.sync.reconcile.DecisionPlan;
import tandem.sync.reconcile.DecisionRow;

/**
 * What would happen to a decision of a pair.
 *
 * @param title null where it cannot be read
 * @param conflicts the parts that both sides changed differently
 * @param rests why nothing would be done; null where something would
 */
record DryRunDecision(
    String id,
    @Nullable String title,
    List<Write> writes,
    List<Clash> conflicts,
    List<String> why,
    @Nullable String rests) {

  /** {@code what} is create, change or delete. */
  record Write(String side, String what) {}

  /** {@code chosen} is the side that the policy would choose; null where a person is asked. */
  record Clash(String part, @Nullable String chosen) {

    static Clash of(DecisionConflict conflict) {
      return new Clash(conflict.where(), conflict.chosen().map(Tags::nameOf).orElse(null));
    }
  }

  static DryRunDecision of(Outlook outlook) {
    return switch (outlook) {
      case Outlook.Rests rests ->
          new DryRunDecision(
              rests.decision().value(), null, List.of(), List.of(), List.of(), rests.why());
      case Outlook.Planned planned -> of(planned.decision().value(), planned.plan());
    };
  }

  private static DryRunDecision of(String id, DecisionPlan plan) {
    return new DryRunDecision(
        id,
        plan.found().left().or(() -> plan.found().right()).map(DryRunDecision::title).orElse(null),
        Stream.of(Side.values())
            .filter(plan::changes)
            .map(side -> new Write(Tags.nameOf(side), what(side, plan)))
            .toList(),
        plan.conflicts().stream().map(Clash::of).toList(),
        plan.rows().stream().map(DecisionRow::why).toList(),
        null);
  }

  private static String title(Decision decision) {
    return decision.title().written().strip();
  }

  private static String what(Side side, DecisionPlan plan) {
    if (plan.found().of(side).isEmpty()) {
      return "create";
    }
    Optional<Decision> after = plan.next().of(side);
    return after.isPresent() ? "change" : "delete";
  }

  boolean isIdle() {
    return rests == null && writes.isEmpty() && conflicts.isEmpty();
  }
}
