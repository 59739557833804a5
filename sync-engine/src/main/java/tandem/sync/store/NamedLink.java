package tandem.sync.store;

import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;

/** A link with the keys that people know its issues by; keys may be out of date. */
public record NamedLink(LinkId id, MappingId mapping, String leftKey, String rightKey) {}
