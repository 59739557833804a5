package tandem.sync.reconcile;

import java.util.List;
import java.util.Optional;
import tandem.sync.model.Decision;
import tandem.sync.model.Side;

/**
 * A plan for one decision that was written down and is not known to be through.
 *
 * @param agreed what both sides agree on once it is through; empty for no decision
 * @param writes what it set out to write, one for each side that needed one: one or two
 */
public record OpenPlan(Optional<Decision> agreed, List<Write> writes) {
  public OpenPlan {
    writes = List.copyOf(writes);
  }

  /**
   * A write to one side.
   *
   * @param before what the plan found there; empty for no decision
   * @param after what it set out to leave there
   * @param applied the tracker is known to have held {@code after} since
   */
  public record Write(
      Side side, Optional<Decision> before, Optional<Decision> after, boolean applied) {}

  boolean tookEffect() {
    return writes.stream().anyMatch(Write::applied);
  }

  /** The write that is still to come once the other one took effect. */
  Optional<Write> owed() {
    return writes.stream().filter(write -> !write.applied()).findFirst();
  }
}
