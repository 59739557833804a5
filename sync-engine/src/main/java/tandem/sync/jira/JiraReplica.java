package tandem.sync.jira;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.Request;
import tandem.sync.http.Effect;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionLog;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Change;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.DecisionChange;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.Replica;
import tandem.sync.replica.TwinDraft;

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
    return read(issue, requests.read(issue));
  }

  /**
   * {@inheritDoc} Jira names decisions itself, by their properties' keys, and gives all at once.
   */
  @Override
  public Outcome<Observation> read(IssueId issue, Set<DecisionId> known) {
    return read(issue, requests.readWithProperties(issue)).then(JiraReplica::withLog);
  }

  private static Outcome<Observation> withLog(Observation seen) {
    return new Outcome.Done<>(
        switch (seen) {
          case Observation.Gone gone -> gone;
          case Observation.Present present ->
              new Observation.Present(
                  present.issue(),
                  present.key(),
                  present.snapshot(),
                  present.log().or(() -> Optional.of(DecisionLog.EMPTY)));
        });
  }

  private Outcome<Observation> read(IssueId issue, Request request) {
    return JiraIds.isNumeric(issue.value())
        ? http.call(authorization, request, Effect.READ, answer -> answers.observed(issue, answer))
        : notOurs();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Jira's answer does not hold the property: what stands is what was sent. An issue that is
   * gone is {@link RemoteFailure.Rejected}.
   */
  @Override
  public Outcome<Optional<Held>> apply(IssueId issue, DecisionChange change) {
    if (!JiraIds.isNumeric(issue.value())) {
      return notOurs();
    }
    return switch (change) {
      case DecisionChange.Write write ->
          JiraDecision.text(write).then(json -> write(issue, write.id(), json));
      case DecisionChange.Erase erase ->
          http.call(
              authorization,
              requests.erase(issue, JiraDecision.key(erase.id())),
              Effect.WRITE,
              answers::erased);
    };
  }

  private Outcome<Optional<Held>> write(IssueId issue, DecisionId id, String json) {
    Held held = JiraDecision.read(id, json, http.clock().instant());
    return http.call(
        authorization,
        requests.write(issue, JiraDecision.key(id), json),
        Effect.WRITE,
        answer -> answers.written(answer, held));
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

  /**
   * {@inheritDoc}
   *
   * <p>One call for each 100, which is the most that Jira's bulk fetch takes.
   */
  @Override
  public Outcome<List<Observation.Present>> readAll(Collection<String> names) {
    Outcome<List<Observation.Present>> all = new Outcome.Done<>(List.of());
    for (List<String> some : JiraBulk.parts(names)) {
      all = all.then(before -> fetched(some).then(found -> JiraBulk.joined(before, found)));
    }
    return all;
  }

  private Outcome<List<Observation.Present>> fetched(List<String> names) {
    return http.call(
        authorization, requests.fetch(JiraBulk.query(names)), Effect.READ, answers::fetched);
  }

  @Override
  public Outcome<TwinDraft> draft(IssueId issue) {
    return JiraIds.isNumeric(issue.value()) ? twin().draft(issue) : notOurs();
  }

  @Override
  public Outcome<Observation> create(TwinDraft draft, boolean again) {
    return twin().create(draft, again);
  }

  private JiraTwin twin() {
    return new JiraTwin(
        project,
        requests,
        new JiraTwin.Calls() {
          @Override
          public <T> Outcome<T> send(Request request, Effect effect, JiraTwin.Meaning<T> meaning) {
            return http.call(
                authorization, request, effect, answer -> answers.meaning(answer, effect, meaning));
          }

          @Override
          public Outcome<Observation> read(IssueId issue) {
            return JiraReplica.this.read(issue);
          }
        });
  }

  /** The addresses of its remote links. */
  @Override
  public Outcome<Set<String>> pointers(IssueId issue) {
    return JiraIds.isNumeric(issue.value())
        ? http.call(authorization, requests.remoteLinks(issue), Effect.READ, answers::pointers)
        : notOurs();
  }

  @Override
  public Outcome<Long> count() {
    return http.call(
        authorization,
        requests.count(JiraSearch.everythingIn(project.projectId())),
        Effect.READ,
        answers::count);
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
