package tandem.sync.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A decision as its tracker holds it, for writing it again without touching what did not change.
 *
 * @param ref the tracker's own name for it: the property's key in Jira, the document's id in Linear
 * @param text all of it, as it was read: the property's JSON, or the document with its title
 * @param at the tracker's time of it; empty where the tracker keeps none (Jira's properties)
 */
public record Original(String ref, String text, Optional<Instant> at) {}
