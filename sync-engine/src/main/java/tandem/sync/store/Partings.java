package tandem.sync.store;

import java.time.Instant;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;

/**
 * Links that a person takes apart. Every call joins the caller's {@link Transactions} or is one by
 * itself. Nothing is written to a tracker.
 *
 * <p>Every implementation passes {@code PartingsContract}.
 */
public interface Partings {

  /**
   * Removes a link with all that is known of it, and remembers that the two are not to be linked
   * again by what they say about each other. Who works on the link meanwhile keeps nothing more.
   *
   * @return false where the tenant has no such link
   */
  boolean part(InstallationId installation, LinkId link, Instant now);

  /** Whether a person took just these two apart. */
  boolean areParted(InstallationId installation, IssueId left, IssueId right);

  /** Whether a person took this issue from some twin; it gets none without being asked for. */
  boolean wasParted(InstallationId installation, Side side, IssueId issue);

  /** A person wants them linked after all. */
  void reunite(InstallationId installation, IssueId left, IssueId right);

  /**
   * Removes all that is known of a mapping: its links, its full pass, its sweeps, its partings.
   *
   * @return how many links there were
   */
  int removeMapping(InstallationId installation, MappingId mapping);
}
