package tandem.sync.linear;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tandem.sync.linear.LinearReply.Refusal;
import tandem.sync.linear.graphql.ChangedIssuesQuery;
import tandem.sync.linear.graphql.NamedIssuesQuery;
import tandem.sync.linear.graphql.ReadIssueQuery;
import tandem.sync.linear.graphql.ReadLabelQuery;
import tandem.sync.linear.graphql.TeamSizeQuery;
import tandem.sync.model.Budget;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Change;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.DecisionChange;
import tandem.sync.replica.Listed;
import tandem.sync.replica.ListedDecision;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.Replica;
import tandem.sync.replica.TwinDraft;

/**
 * A Linear team as one side of a mapping, by the <a
 * href="https://linear.app/developers/graphql">GraphQL API</a>.
 *
 * <p>An issue that is archived, in the bin or in another team is {@code Gone}; one comes back by
 * being restored.
 */
public final class LinearReplica implements Replica {
  private static final int MOST_AT_ONCE = 100;

  private final LinearTeam team;
  private final LinearCalls calls;
  private final LinearIssues issues;
  private final LinearDecisions decisions;
  private final LinearDocuments documents;

  public LinearReplica(LinearTeam team, LinearAuthorization authorization, LinearHttp http) {
    this.team = team;
    this.calls = new LinearCalls(team.api(), authorization, http);
    this.issues = new LinearIssues(team);
    this.decisions = new LinearDecisions(calls, issues, new LinearCommands(calls, http.clock()));
    this.documents = new LinearDocuments(calls);
  }

  @Override
  public Outcome<Observation> read(IssueId issue) {
    return calls.execute(new ReadIssueQuery(issue.value())).then(reply -> observed(issue, reply));
  }

  /**
   * {@inheritDoc}
   *
   * <p>A new comment that begins with {@code /decision} is made a document on the way, with one
   * call for each: creating it again is refused by Linear, so it is made once.
   */
  @Override
  public Outcome<Observation> read(IssueId issue, Set<DecisionId> known) {
    return decisions.read(issue, known);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A decision that was deleted and is written again comes out of the bin; that costs two calls
   * more. What an update finds in the bin stays there, and the answer is empty.
   */
  @Override
  public Outcome<Optional<Held>> apply(IssueId issue, DecisionChange change) {
    return documents.apply(issue, change);
  }

  @Override
  public Outcome<Optional<IssueId>> issueOf(String ref) {
    return documents.issueOf(ref);
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

  @Override
  public boolean listsDecisions() {
    return true;
  }

  @Override
  public Outcome<Page<ListedDecision>> decisionsSince(Instant since, Cursor cursor) {
    return new LinearWritings(calls, team.teamId()).since(since, cursor);
  }

  /**
   * {@inheritDoc}
   *
   * <p>One call for each 100.
   */
  @Override
  public Outcome<List<Observation.Present>> readAll(Collection<String> names) {
    List<String> all = List.copyOf(names);
    Outcome<List<Observation.Present>> found = new Outcome.Done<>(List.of());
    for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
      List<String> some = all.subList(from, Math.min(from + MOST_AT_ONCE, all.size()));
      found = found.then(before -> named(some).then(more -> joined(before, more)));
    }
    return found;
  }

  private Outcome<List<Observation.Present>> named(List<String> names) {
    IssueNames asked = IssueNames.of(names);
    if (asked.isEmpty()) {
      return new Outcome.Done<>(List.of());
    }
    return calls
        .data(new NamedIssuesQuery(team.teamId(), asked.ids(), asked.numbers()))
        .then(data ->
            new Outcome.Done<>(
                data.issues.nodes.stream()
                    .map(node -> issues.observation(node.tagged))
                    .flatMap(seen ->
                        seen instanceof Observation.Present it ? Stream.of(it) : Stream.empty())
                    .filter(it -> names.contains(it.key()) || names.contains(it.issue().value()))
                    .toList()));
  }

  private static Outcome<List<Observation.Present>> joined(
      List<Observation.Present> before, List<Observation.Present> more) {
    return new Outcome.Done<>(Stream.concat(before.stream(), more.stream()).toList());
  }

  @Override
  public Outcome<TwinDraft> draft(IssueId issue) {
    return twin().draft(issue);
  }

  /** {@inheritDoc} */
  @Override
  public Outcome<Observation> create(TwinDraft draft, boolean again) {
    return twin().create(draft);
  }

  private LinearTwin twin() {
    return new LinearTwin(calls, team, this::read);
  }

  /** By the label's id, so that one with another name is still there. */
  @Override
  public Outcome<Boolean> has(Budget budget) {
    String label = team.labelIds().get(budget);
    return label == null
        ? new Outcome.Done<>(false)
        : calls.execute(new ReadLabelQuery(label)).then(LinearReplica::isThere);
  }

  private static Outcome<Boolean> isThere(LinearReply<ReadLabelQuery.Data> reply) {
    return switch (reply) {
      case LinearReply.Data<ReadLabelQuery.Data> found -> new Outcome.Done<>(true);
      case LinearReply.Refused<ReadLabelQuery.Data> refused ->
          refused.refusal() == Refusal.NOT_FOUND ? new Outcome.Done<>(false) : refused.asFailure();
    };
  }

  @Override
  public Outcome<Long> count() {
    return calls
        .data(new TeamSizeQuery(team.teamId()))
        .then(data -> new Outcome.Done<>((long) data.team.issueCount));
  }
}
