package tandem.sync.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.Budget;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Snapshot;

/**
 * A link as seen from one of its issues. All of it is what Tandem last knew; nothing was asked of a
 * tracker.
 *
 * @param own what the asked side was last observed to hold; empty when it was never observed
 * @param other what the twin was last observed to hold
 * @param agreed the base; empty while the two sides have never agreed
 * @param conflicts open ones only
 * @param dirty news arrived that was not worked off yet
 * @param quarantine why the link is set aside, in words; empty when it is not
 */
public record LinkView(
    LinkId link,
    MappingId mapping,
    IssueId twin,
    String twinKey,
    Optional<Snapshot> own,
    Optional<Snapshot> other,
    Optional<Agreement> agreed,
    List<OpenConflict> conflicts,
    boolean dirty,
    Optional<String> quarantine) {

  /** Both sides have drawn on this budget (or on none) since then, by Tandem's clock. */
  public record Agreement(Optional<Budget> budget, Instant since) {}

  /** The sides differ and a person has to say which is right; {@code why} is one sentence. */
  public record OpenConflict(String row, String why, Instant since) {}
}
