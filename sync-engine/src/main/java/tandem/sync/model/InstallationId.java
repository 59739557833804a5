package tandem.sync.model;

/** The tenant: one Jira site that installed the app. Every stored row and every call carries it. */
public record InstallationId(long value) {}
