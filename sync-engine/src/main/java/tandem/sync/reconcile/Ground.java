package tandem.sync.reconcile;

import java.util.List;
import java.util.Optional;
import tandem.sync.model.Decision;

/**
 * What the two sides of a decision are compared with: what they agreed on last, or what they are
 * about to agree on by a plan of which a write is in effect.
 *
 * @param base empty where they never agreed, or agreed that there is no such decision
 * @param owed the write that this plan still owes one side, as far as is known
 * @param overwritten edits that earlier writes took away unseen, oldest first
 */
public record Ground(
    Optional<Decision> base, Optional<OpenPlan.Write> owed, List<Overwritten> overwritten) {
  public Ground {
    overwritten = List.copyOf(overwritten);
  }

  /** No plan is open. */
  public static Ground of(Optional<Decision> base) {
    return new Ground(base, Optional.empty(), List.of());
  }

  /**
   * Of the open plans only the newest one with a write in effect counts: it was made of what the
   * earlier ones left. One without any never happened (row P01).
   *
   * @param plans oldest first
   */
  public static Ground of(Optional<Decision> base, List<OpenPlan> plans) {
    return plans.stream()
        .filter(OpenPlan::tookEffect)
        .reduce((older, newer) -> newer)
        .map(plan -> new Ground(plan.agreed(), plan.owed(), List.of()))
        .orElseGet(() -> of(base));
  }

  /** The same, where writes took these edits away unseen. */
  public Ground having(List<Overwritten> edits) {
    return new Ground(base, owed, edits);
  }
}
