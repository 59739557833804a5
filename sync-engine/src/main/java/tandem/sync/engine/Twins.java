package tandem.sync.engine;

import java.util.Optional;
import tandem.sync.model.MappingId;

/**
 * Reads what a right issue says about its twin. Pure: the same hint always gives the same answer,
 * no remote call.
 */
public interface Twins {

  /**
   * The key of the left issue ({@code SHOP-12}) that a hint of {@code Listed.twinHints} names;
   * empty where it names none, or one outside the mapping's own site. Hints are untrusted text.
   */
  Optional<String> leftKey(MappingId mapping, String hint);
}
