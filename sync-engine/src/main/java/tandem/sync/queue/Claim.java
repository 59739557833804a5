package tandem.sync.queue;

import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;

/**
 * The right to work on a link until the lease ends.
 *
 * @param fence grows with every claim of any link and is never used twice; it tells this claim from
 *     every other
 * @param attempts how often in a row work on this link has failed before
 */
public record Claim(LinkId link, InstallationId installation, long fence, int attempts) {}
