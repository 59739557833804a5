package tandem.sync.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.Draw;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;

/**
 * All that is known of one link's budget tag.
 *
 * @param base empty while the sides never agreed
 * @param intents open ones, oldest first
 */
public record LinkState(
    LinkId id,
    InstallationId installation,
    MappingId mapping,
    SideState left,
    SideState right,
    Optional<Base> base,
    List<Intent> intents) {
  public LinkState {
    intents = List.copyOf(intents);
  }

  /**
   * What both sides last agreed on.
   *
   * @param since Tandem's time at which they first agreed on just this
   * @param version 1 for the first value, one more for each later one
   */
  public record Base(Draw draw, Instant since, long version) {}

  public SideState side(Side side) {
    return side == Side.LEFT ? left : right;
  }

  /** The open intents of one side, oldest first. */
  public List<Intent> intents(Side side) {
    return intents.stream().filter(intent -> intent.side() == side).toList();
  }

  /** Open intents of one side whose write may still turn out to have happened, oldest first. */
  public List<Intent> unanswered(Side side) {
    return intents(side).stream()
        .filter(intent -> !intent.answered() && !isSuperseded(intent))
        .toList();
  }

  /**
   * A later plan set out something else. It was made with the side before the eyes, after the
   * longest call: what had not happened by then never will (row S10).
   */
  public boolean isSuperseded(Intent intent) {
    return intents.stream()
        .anyMatch(it -> it.id() > intent.id() && !it.after().equals(intent.after()));
  }
}
