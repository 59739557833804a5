package tandem.sync.replica;

import java.util.Set;

/**
 * An issue of a listing with what a link can be found from.
 *
 * @param twinHints what points at the issue's twin on the other side, as the tracker has it: on the
 *     right the Jira issue keys or browse URLs of attachments and of Linear's own sync; on the left
 *     the URLs of remote links. Unverified.
 * @param nativelySynced Linear's own Jira sync writes to this issue, too
 */
public record Listed(Observation.Present issue, Set<String> twinHints, boolean nativelySynced) {
  public Listed {
    twinHints = Set.copyOf(twinHints);
  }

  /** One that the vendors' own sync leaves alone. */
  public Listed(Observation.Present issue, Set<String> twinHints) {
    this(issue, twinHints, false);
  }
}
