package tandem.sync.linear;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import tandem.sync.linear.LinearReply.Refusal;
import tandem.sync.linear.graphql.ChangedIssuesQuery;
import tandem.sync.linear.graphql.ReadIssueQuery;
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
 * A Linear team as one side of a mapping, by the <a
 * href="https://linear.app/developers/graphql">GraphQL API</a>.
 *
 * <p>An issue that is archived, in the bin or in another team is {@code Gone}; one comes back by
 * being restored.
 */
public final class LinearReplica implements Replica {
  private final LinearTeam team;
  private final LinearCalls calls;
  private final LinearIssues issues;

  public LinearReplica(LinearTeam team, LinearAuthorization authorization, LinearHttp http) {
    this.team = team;
    this.calls = new LinearCalls(team.api(), authorization, http);
    this.issues = new LinearIssues(team);
  }

  @Override
  public Outcome<Observation> read(IssueId issue) {
    return calls.execute(new ReadIssueQuery(issue.value())).then(reply -> observed(issue, reply));
  }

  private Outcome<Observation> observed(IssueId issue, LinearReply<ReadIssueQuery.Data> reply) {
    return switch (reply) {
      case LinearReply.Data<ReadIssueQuery.Data>(var data) ->
          new Outcome.Done<>(issues.observation(data.issue.tagged));
      case LinearReply.Refused<ReadIssueQuery.Data> refused ->
          refused.refusal() == Refusal.NOT_FOUND
              ? new Outcome.Done<>(new Observation.Gone(issue))
              : refused.asFailure();
    };
  }

  /**
   * {@inheritDoc}
   *
   * <p>A swap inside a label group is one write; should Linear refuse that, it becomes two, and for
   * a moment the issue carries no budget.
   */
  @Override
  public Outcome<Observation> apply(IssueId issue, Change change) {
    return switch (change) {
      case Change.Retag retag ->
          team.knows(retag)
              ? new LinearRetag(calls, team, issues, this::read).apply(issue, retag)
              : new Outcome.Failed<>(
                  new RemoteFailure.Rejected("the mapping has no Linear label for this budget"));
    };
  }

  @Override
  public Outcome<Page<Listed>> changedSince(Instant since, Cursor cursor) {
    Optional<String> after =
        cursor.equals(Cursor.START) ? Optional.empty() : Optional.of(cursor.value());
    ChangedIssuesQuery query =
        ChangedIssuesQuery.builder()
            .team(team.teamId())
            .since(since.truncatedTo(ChronoUnit.MILLIS).toString())
            .after(after)
            .build();
    return calls.execute(query).then(this::page);
  }

  private Outcome<Page<Listed>> page(LinearReply<ChangedIssuesQuery.Data> reply) {
    return switch (reply) {
      case LinearReply.Refused<ChangedIssuesQuery.Data> refused -> refused.asFailure();
      case LinearReply.Data<ChangedIssuesQuery.Data>(var data) -> {
        List<Listed> listed =
            data.issues.nodes.stream().flatMap(node -> issues.listed(node).stream()).toList();
        Optional<Cursor> next =
            data.issues
                .pageInfo
                .endCursor
                .filter(end -> data.issues.pageInfo.hasNextPage)
                .map(Cursor::new);
        yield new Outcome.Done<>(new Page<>(listed, next));
      }
    };
  }
}
