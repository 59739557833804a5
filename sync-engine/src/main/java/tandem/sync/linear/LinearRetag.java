package tandem.sync.linear;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
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
 */
final class LinearRetag {
  private final LinearCalls calls;
  private final LinearTeam team;
  private final LinearIssues issues;
  private final Function<IssueId, Outcome<Observation>> read;

  LinearRetag(
      LinearCalls calls,
      LinearTeam team,
      LinearIssues issues,
      Function<IssueId, Outcome<Observation>> read) {
    this.calls = calls;
    this.team = team;
    this.issues = issues;
    this.read = read;
  }

  Outcome<Observation> apply(IssueId issue, Retag retag) {
    boolean swaps = !retag.add().isEmpty() && !retag.remove().isEmpty();
    return update(issue, retag)
        .then(reply ->
            swaps && isNotExclusive(reply) ? inTwoSteps(issue, retag) : told(issue, reply));
  }

  private Outcome<Observation> inTwoSteps(IssueId issue, Retag retag) {
    return update(issue, new Retag(new TreeSet<>(), retag.remove()))
        .then(reply -> told(issue, reply))
        .then(removed -> halfDone(addOnly(issue, retag)));
  }

  private Outcome<Observation> addOnly(IssueId issue, Retag retag) {
    return update(issue, new Retag(retag.add(), new TreeSet<>())).then(reply -> told(issue, reply));
  }

  /** Whatever stopped the second step, the first one has happened. */
  private static Outcome<Observation> halfDone(Outcome<Observation> second) {
    return unknownIfFailed(second, "the old label is gone and the new one not put");
  }

  private Outcome<LinearReply<RetagIssueMutation.Data>> update(IssueId issue, Retag retag) {
    List<String> add = team.labelIdsOf(retag.add());
    return calls.execute(
        new RetagIssueMutation(issue.value(), add, team.labelIdsOf(retag.remove())));
  }

  private Outcome<Observation> told(IssueId issue, LinearReply<RetagIssueMutation.Data> reply) {
    return switch (reply) {
      case LinearReply.Data<RetagIssueMutation.Data>(var data) -> told(issue, data.issueUpdate);
      case LinearReply.Refused<RetagIssueMutation.Data> refused ->
          switch (refused.refusal()) {
            case NOT_FOUND -> read.apply(issue).then(LinearRetag::goneOrLabelGone);
            case NOT_EXCLUSIVE ->
                unknown("the issue carries another label of the group by now; read it again");
            case UNAUTHENTICATED, ALREADY_EXISTS, OTHER -> refused.asFailure();
          };
    };
  }

  private Outcome<Observation> told(IssueId issue, RetagIssueMutation.IssueUpdate update) {
    if (!update.success) {
      return unknown("Linear says that the update did not succeed, and not why");
    }
    return update
        .issue
        .<Outcome<Observation>>map(told -> new Outcome.Done<>(issues.observation(told.tagged)))
        .orElseGet(() ->
            unknownIfFailed(read.apply(issue), "the change was made but could not be read back"));
  }

  /** "Entity not found" does not say which: the issue, or the label. */
  private static Outcome<Observation> goneOrLabelGone(Observation issue) {
    return switch (issue) {
      case Observation.Gone gone -> new Outcome.Done<>(gone);
      case Observation.Present present ->
          new Outcome.Failed<>(
              new RemoteFailure.Rejected(
                  "the label that stands for a budget was deleted in Linear; save the mapping"
                      + " again, which creates it anew, then replay"));
    };
  }

  private static boolean isNotExclusive(LinearReply<?> reply) {
    return reply instanceof LinearReply.Refused<?> refused
        && refused.refusal() == Refusal.NOT_EXCLUSIVE;
  }

  private static Outcome<Observation> unknownIfFailed(Outcome<Observation> outcome, String what) {
    return switch (outcome) {
      case Outcome.Done<Observation> done -> done;
      case Outcome.Failed<Observation>(var failure) -> unknown(what + ": " + failure.why());
    };
  }

  private static Outcome<Observation> unknown(String why) {
    return new Outcome.Failed<>(new RemoteFailure.Unknown(why));
  }
}
