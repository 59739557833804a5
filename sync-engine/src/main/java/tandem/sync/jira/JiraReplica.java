package tandem.sync.jira;

import java.time.Instant;
import java.util.Optional;
import okhttp3.Request;
import tandem.sync.http.Effect;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Change;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;
import tandem.sync.replica.RemoteFailure;
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
  private final JiraAuthorization authorization;
  private final JiraHttp http;
  private final JiraRequests requests;
  private final JiraAnswers answers;

  public JiraReplica(JiraProject project, JiraAuthorization authorization, JiraHttp http) {
    this.project = project;
    this.authorization = authorization;
    this.http = http;
    this.requests = new JiraRequests(project.site());
    this.answers = new JiraAnswers(project, http.clock());
  }

  @Override
  public Outcome<Observation> read(IssueId issue) {
    return JiraIds.isNumeric(issue.value())
        ? http.call(
            authorization,
            requests.read(issue),
            Effect.READ,
            answer -> answers.observed(issue, answer))
        : notOurs();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Jira is asked to answer with the issue; where it does not, one read follows the write.
   */
  @Override
  public Outcome<Observation> apply(IssueId issue, Change change) {
    return switch (change) {
      case Change.Retag retag -> apply(issue, retag);
    };
  }

  private Outcome<Observation> apply(IssueId issue, Change.Retag retag) {
    if (!JiraIds.isNumeric(issue.value()) || !project.knows(retag)) {
      return notOurs();
    }
    Request edit =
        requests.edit(issue, project.labelsOf(retag.add()), project.labelsOf(retag.remove()));
    return http.call(authorization, edit, Effect.WRITE, answer -> answers.written(issue, answer))
        .then(told ->
            told.<Outcome<Observation>>map(Outcome.Done::new).orElseGet(() -> readBack(issue)));
  }

  private Outcome<Observation> readBack(IssueId issue) {
    return switch (read(issue)) {
      case Outcome.Done<Observation> done -> done;
      case Outcome.Failed<Observation>(var failure) ->
          failed(
              new RemoteFailure.Unknown(
                  "the change was made but could not be read back: " + failure.why()));
    };
  }

  @Override
  public Outcome<Page<Listed>> changedSince(Instant since, Cursor cursor) {
    Optional<JiraSearch> search =
        cursor.equals(Cursor.START)
            ? Optional.of(JiraSearch.first(since, http.clock().instant()))
            : JiraSearch.at(cursor);
    return search.map(this::page).orElseGet(JiraReplica::notOurs);
  }

  private Outcome<Page<Listed>> page(JiraSearch search) {
    return http.call(
        authorization,
        requests.search(search.query(project.projectId())),
        Effect.READ,
        answer -> answers.page(search, answer));
  }

  private static <T> Outcome<T> notOurs() {
    return failed(
        new RemoteFailure.Rejected(
            "the issue, budget or cursor does not belong to this Jira project's mapping"));
  }

  private static <T> Outcome<T> failed(RemoteFailure failure) {
    return new Outcome.Failed<>(failure);
  }
}
