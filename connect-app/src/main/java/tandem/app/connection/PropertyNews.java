package tandem.app.connection;

import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;

/**
 * Jira said that one of Tandem's properties of an issue was written or deleted. Published inside
 * this process only, at most once a delivery, as {@link IssueNews} is.
 *
 * @param key the property's
 * @param value its JSON, where it was written and Jira told; not trusted
 * @param trace what the writer gave Jira to send back; "" for most
 */
public record PropertyNews(
    InstallationId installation, IssueId issue, String key, Optional<String> value, String trace) {
  /**
   * The {@code X-Atlassian-Webhook-Trace} of writes whose writer derives from them, or tells of
   * them, itself. Not the engine's: to the engine they are a person's.
   */
  public static final String TOLD_BY_WRITER = "tandem-panel";
}
