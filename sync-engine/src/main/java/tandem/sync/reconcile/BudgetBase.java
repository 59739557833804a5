package tandem.sync.reconcile;

import java.util.List;
import tandem.sync.model.Draw;
import tandem.sync.model.Side;

/**
 * What a side's tags are compared with.
 *
 * @param agreed what both sides last agreed on; {@link Draw#NONE} before they ever did
 * @param writtenLeft what Tandem itself set out to write on the left since then (the open intents),
 *     oldest first
 * @param writtenRight the same on the right
 */
public record BudgetBase(Draw agreed, List<Written> writtenLeft, List<Written> writtenRight) {
  public BudgetBase {
    writtenLeft = List.copyOf(writtenLeft);
    writtenRight = List.copyOf(writtenRight);
  }

  /**
   * A value that Tandem set out to write.
   *
   * @param applied the tracker is known to have held it afterwards
   */
  public record Written(Draw draw, boolean applied) {}

  /** A base with no open intents. */
  public static BudgetBase of(Draw agreed) {
    return new BudgetBase(agreed, List.of(), List.of());
  }

  /** The open intents of one side, oldest first. */
  public List<Written> written(Side side) {
    return side == Side.LEFT ? writtenLeft : writtenRight;
  }
}
