package tandem.sync.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;

/**
 * Full passes and where they stand, one a mapping. Every call joins the caller's {@link
 * Transactions} or is one by itself. All times come from the caller.
 *
 * <p>Every implementation passes {@code BackfillContract}.
 */
public interface BackfillStore {

  /**
   * A claimed pass. Nobody else works on it until the lease runs out; what is kept with an older
   * fence than the newest is refused.
   */
  record Hold(BackfillRun run, long fence) {}

  /** Who works on it and until when. {@code owner} is the name of a node, for people. */
  record Lease(String owner, Instant until) {}

  /** Begins one in place of an earlier one that has ended; false where one is running. */
  boolean begin(BackfillRun fresh);

  Optional<BackfillRun> find(InstallationId installation, MappingId mapping);

  /** Running ones that are due and that nobody works on, the longest due first. */
  List<MappingId> due(Instant now);

  /** Claims a running one that is due and that nobody works on. */
  Optional<Hold> claim(MappingId mapping, Lease lease, Instant now);

  /**
   * Keeps how far it has come and makes the claim last until then; with a time that is past, gives
   * the claim back. False where the claim was lost or the pass cancelled: then nothing is kept.
   */
  boolean keep(Hold hold, BackfillRun changed, Instant until);

  /** Ends a running one at once, whoever works on it; false where none is running. */
  boolean cancel(InstallationId installation, MappingId mapping, String said, Instant now);
}
