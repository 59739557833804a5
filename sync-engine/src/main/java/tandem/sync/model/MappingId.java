package tandem.sync.model;

/** A Jira project ↔ a Linear team, with its rules. Unique over all installations. */
public record MappingId(long value) {}
