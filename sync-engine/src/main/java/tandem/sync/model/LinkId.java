package tandem.sync.model;

/** One Jira issue ↔ one Linear issue. Unique over all installations. */
public record LinkId(long value) {}
