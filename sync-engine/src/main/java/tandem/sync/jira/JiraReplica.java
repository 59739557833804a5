package tandem.sync.jira;

import java.time.Instant;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Change;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;
import tandem.sync.replica.Replica;

/**
 * A Jira project as one side of a mapping, by the <a
 * href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/">REST API v3</a>.
 */
public final class JiraReplica implements Replica {

  /**
   * What {@code X-Atlassian-Webhook-Trace} carries on each of our writes. Jira sends it back with
   * the webhooks that the write causes, so an event with this value is our own echo.
   */
  public static final String WEBHOOK_TRACE = "tandem";

  private final JiraProject project;

  public JiraReplica(JiraProject project, JiraAuthorization authorization, JiraHttp http) {
    this.project = project;
  }

  @Override
  public Outcome<Observation> read(IssueId issue) {
    throw new UnsupportedOperationException("lands within the hour: " + project.projectId());
  }

  @Override
  public Outcome<Observation> apply(IssueId issue, Change change) {
    throw new UnsupportedOperationException("lands within the hour");
  }

  @Override
  public Outcome<Page<Listed>> changedSince(Instant since, Cursor cursor) {
    throw new UnsupportedOperationException("lands within the hour");
  }
}
