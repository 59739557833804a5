package tandem.sync.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;

/**
 * Who wins where both sides changed the same thing differently.
 *
 * @param policy the mapping's, for decisions
 * @param left since when the left holds what it holds, by the tracker's clock
 * @param right the same of the right
 */
public record Referee(ConflictPolicy policy, Instant left, Instant right) {
  static final Referee FOR_THE_LEFT =
      new Referee(ConflictPolicy.PREFER_LEFT, Instant.EPOCH, Instant.EPOCH);

  /** For merges of which only one side is a person's. */
  static final Referee FOR_THE_RIGHT =
      new Referee(ConflictPolicy.PREFER_RIGHT, Instant.EPOCH, Instant.EPOCH);

  /**
   * @param winner empty where a person has to choose
   */
  record Ruling(DecisionRow row, Optional<Side> winner) {}

  /** The same, where one side's value is of another time. */
  Referee since(Side side, Instant time) {
    return side == Side.LEFT ? new Referee(policy, time, right) : new Referee(policy, left, time);
  }

  Ruling rule(List<Passage> ofLeft, List<Passage> ofRight) {
    return switch (policy) {
      case LATEST ->
          left.equals(right)
              ? new Ruling(DecisionRow.D06, Optional.of(firstByText(ofLeft, ofRight)))
              : new Ruling(DecisionRow.D05, Optional.of(later()));
      case PREFER_LEFT -> new Ruling(DecisionRow.D07, Optional.of(Side.LEFT));
      case PREFER_RIGHT -> new Ruling(DecisionRow.D07, Optional.of(Side.RIGHT));
      case ASK -> new Ruling(DecisionRow.D08, Optional.empty());
    };
  }

  /** Gives the same whichever side is called left. */
  static Side firstByText(List<Passage> ofLeft, List<Passage> ofRight) {
    return meaning(ofLeft).compareTo(meaning(ofRight)) <= 0 ? Side.LEFT : Side.RIGHT;
  }

  private Side later() {
    return left.isAfter(right) ? Side.LEFT : Side.RIGHT;
  }

  private static String meaning(List<Passage> passages) {
    return passages.stream().map(Passage::meaning).collect(Collectors.joining("\n"));
  }
}
