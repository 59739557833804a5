package tandem.app.connection;

import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;

/**
 * Jira said that something about an issue changed. Published inside this process only, at most once
 * a delivery: who keeps a copy of the issue may drop it, and must not rely on being told.
 */
public record IssueNews(InstallationId installation, IssueId issue) {}
