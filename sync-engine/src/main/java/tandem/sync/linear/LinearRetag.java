package tandem.sync.linear;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tandem.sync.linear.LinearReply.Refusal;
import tandem.sync.linear.graphql.RetagIssueMutation;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Change.Retag;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/**
 * Changes an issue's budget labels. Whether one update may swap two labels of a group that exclude
 * each other is not documented: it is tried, and where Linear refuses, the old one goes first.
 *
 * <p>An outcome without an observation means that the change was made and not told.
 */
final class LinearRetag {
  private final LinearCalls calls;
  private final LinearTeam team;
  private final LinearIssues issues;

  LinearRetag(LinearCalls calls, LinearTeam team, LinearIssues issues) {
    this.calls = calls;
    this.team = team;
    this.issues = issues;
  }

  Outcome<Optional<Observation>> apply(IssueId issue, Retag retag) {
    boolean swaps = !retag.add().isEmpty() && !retag.remove().isEmpty();
    return update(issue, retag)
        .then(reply ->
            swaps && isNotExclusive(reply) ? inTwoSteps(issue, retag) : told(issue, reply));
  }

  private Outcome<Optional<Observation>> inTwoSteps(IssueId issue, Retag retag) {
    return update(issue, new Retag(new TreeSet<>(), retag.remove()))
        .then(reply -> told(issue, reply))
        .then(removed -> halfDone(addOnly(issue, retag)));
  }

  private Outcome<Optional<Observation>> addOnly(IssueId issue, Retag retag) {
    return update(issue, new Retag(retag.add(), new TreeSet<>())).then(reply -> told(issue, reply));
  }

  /** Whatever stopped the second step, the first one has happened. */
  private static Outcome<Optional<Observation>> halfDone(Outcome<Optional<Observation>> second) {
    return switch (second) {
      case Outcome.Done<Optional<Observation>> done -> done;
      case Outcome.Failed<Optional<Observation>>(var failure) ->
          unknown("the old label is gone and the new one not put: " + failure.why());
    };
  }

  private Outcome<LinearReply<RetagIssueMutation.Data>> update(IssueId issue, Retag retag) {
    List<String> add = team.labelIdsOf(retag.add());
    return calls.execute(
        new RetagIssueMutation(issue.value(), add, team.labelIdsOf(retag.remove())));
  }

  private Outcome<Optional<Observation>> told(
      IssueId issue, LinearReply<RetagIssueMutation.Data> reply) {
    return switch (reply) {
      case LinearReply.Data<RetagIssueMutation.Data>(var data) -> told(data.issueUpdate);
      case LinearReply.Refused<RetagIssueMutation.Data> refused ->
          switch (refused.refusal()) {
            case NOT_FOUND -> new Outcome.Done<>(Optional.of(new Observation.Gone(issue)));
            case NOT_EXCLUSIVE ->
                unknown("the issue carries another label of the group by now; read it again");
            case UNAUTHENTICATED, ALREADY_EXISTS, OTHER -> refused.asFailure();
          };
    };
  }

  private Outcome<Optional<Observation>> told(RetagIssueMutation.IssueUpdate update) {
    return update.success
        ? new Outcome.Done<>(update.issue.map(issue -> issues.observation(issue.tagged)))
        : unknown("Linear says that the update did not succeed, and not why");
  }

  private static boolean isNotExclusive(LinearReply<?> reply) {
    return reply instanceof LinearReply.Refused<?> refused
        && refused.refusal() == Refusal.NOT_EXCLUSIVE;
  }

  private static Outcome<Optional<Observation>> unknown(String why) {
    return new Outcome.Failed<>(new RemoteFailure.Unknown(why));
  }
}
