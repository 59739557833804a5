package tandem.sync.engine;

import java.util.Optional;
import java.util.function.Function;
import tandem.sync.model.MappingId;

/**
 * Reads what an issue says about its twin. Pure: the same hint always gives the same answer, no
 * remote call.
 */
public interface Twins {

  /**
   * The key of the left issue ({@code SHOP-12}) that a hint of {@code Listed.twinHints} names;
   * empty where it names none, or one outside the mapping's own site. Hints are untrusted text.
   */
  Optional<String> leftKey(MappingId mapping, String hint);

  /** Reads many hints of one mapping as it stands now, without looking the mapping up for each. */
  default Function<String, Optional<String>> leftKeys(MappingId mapping) {
    return hint -> leftKey(mapping, hint);
  }

  /**
   * The key of the right issue ({@code CHK-7}) that an address of {@code Replica.pointers} names;
   * empty where it names none, or one outside the mapping's own workspace and team.
   */
  default Optional<String> rightKey(MappingId mapping, String address) {
    return Optional.empty();
  }
}
