package tandem.sync.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * A link in the dirty set.
 *
 * @param attempts failed ones in a row for one reason
 * @param dueAt when it is worked on next, unless its tenant is stopped
 * @param quarantine why it is set aside, in words; empty when it is not
 */
public record Waiting(Instant dueAt, int attempts, Optional<String> quarantine) {}
