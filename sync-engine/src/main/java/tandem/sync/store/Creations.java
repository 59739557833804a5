package tandem.sync.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;

/**
 * Twins that are to be created: written down before a tracker is asked, so that whoever comes after
 * a crash knows that there may be one. Every call joins the caller's {@link Transactions} or is one
 * by itself.
 *
 * <p>Every implementation passes {@code CreationsContract}.
 */
public interface Creations {

  /**
   * Which twin.
   *
   * @param on where it is created
   * @param of the issue of the other side that gets it
   */
  record Wanted(InstallationId installation, MappingId mapping, Side on, IssueId of) {}

  /** Writes down that it is asked for now; gives when that was done before. */
  Optional<Instant> asked(Wanted wanted, Instant now);

  /**
   * Why an issue has no twin.
   *
   * @param on where it was to be created
   * @param key of the issue that has none, for people
   * @param why the tracker's reason
   */
  record Refusal(Side on, String key, String why) {}

  /** The tracker refused; kept until it is done. */
  void refused(Wanted wanted, Refusal refusal);

  /** What was refused in a mapping, the one that was asked for first comes first. */
  List<Refusal> refusals(InstallationId installation, MappingId mapping, int atMost);

  /** It is there and linked, or will not be. */
  void done(Wanted wanted);
}
