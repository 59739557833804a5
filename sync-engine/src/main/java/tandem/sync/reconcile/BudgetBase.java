package tandem.sync.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import tandem.sync.model.Budget;
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
   * @param number greater than that of all that was set out before, on either side
   */
  public record Written(Draw draw, boolean applied, long number) {

    /**
     * What it says, known what it was to be written over. Nothing where a write without an answer
     * was to keep a tag that stood there already and to take another away: seeing that tag proves
     * nothing, for a person put it there (row S09).
     *
     * @param before the tags that stood there
     */
    public Optional<Written> over(SortedSet<Budget> before) {
      boolean stoodThere = draw.budget().filter(budget -> before.contains(budget)).isPresent();
      return stoodThere && !applied ? Optional.empty() : Optional.of(this);
    }
  }

  /** A base with no open intents. */
  public static BudgetBase of(Draw agreed) {
    return new BudgetBase(agreed, List.of(), List.of());
  }

  /** The open intents of one side, oldest first. */
  public List<Written> written(Side side) {
    return side == Side.LEFT ? writtenLeft : writtenRight;
  }
}
