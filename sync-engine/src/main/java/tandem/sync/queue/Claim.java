package tandem.sync.queue;

import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;

/**
 * The right to work on a link until the lease ends.
 *
 * @param fence grows with every claim of any link and is never used twice; it tells this claim from
 *     every other
 * @param last why the work before this claim did not come through; empty when it did
 * @param inARow how often in a row it did not for this reason
 */
public record Claim(
    LinkId link, InstallationId installation, long fence, Optional<Setback> last, int inARow) {

  /** The number of this attempt, from 1, should it end with this setback. */
  public int attempt(Setback setback) {
    return last.filter(setback::equals).isPresent() ? inARow + 1 : 1;
  }
}
