package tandem.sync.linear;

import java.net.URI;
import java.util.function.Function;
import tandem.sync.linear.LinearReply.Refusal;
import tandem.sync.linear.graphql.AttachTwinMutation;
import tandem.sync.linear.graphql.CreateTwinMutation;
import tandem.sync.linear.graphql.DraftOfIssueQuery;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.TwinDraft;

/**
 * Creates an issue in the team that stands for a Jira issue: title, and an attachment with the
 * address. Its id is derived from the Jira issue's, so a second attempt finds the first.
 */
final class LinearTwin {
  private final LinearCalls calls;
  private final LinearTeam team;
  private final Function<IssueId, Outcome<Observation>> read;

  LinearTwin(LinearCalls calls, LinearTeam team, Function<IssueId, Outcome<Observation>> read) {
    this.calls = calls;
    this.team = team;
    this.read = read;
  }

  Outcome<TwinDraft> draft(IssueId issue) {
    return calls
        .data(new DraftOfIssueQuery(issue.value()))
        .then(data ->
            new Outcome.Done<>(new TwinDraft(issue, data.issue.title, URI.create(data.issue.url))));
  }

  Outcome<Observation> create(TwinDraft draft) {
    IssueId id = new IssueId(DerivedId.of("twin", team.teamId(), draft.of().value()));
    return calls
        .execute(new CreateTwinMutation(id.value(), team.teamId(), draft.title()))
        .then(reply -> isDone(reply) ? attached(id, draft) : refused(reply));
  }

  private static boolean isDone(LinearReply<CreateTwinMutation.Data> reply) {
    return switch (reply) {
      case LinearReply.Data<CreateTwinMutation.Data> data -> true;
      case LinearReply.Refused<CreateTwinMutation.Data> refused ->
          refused.refusal() == Refusal.ALREADY_EXISTS;
    };
  }

  private Outcome<Observation> attached(IssueId id, TwinDraft draft) {
    AttachTwinMutation attach =
        new AttachTwinMutation(id.value(), draft.address().toString(), draft.title());
    return calls
        .execute(attach)
        .then(reply ->
            switch (reply) {
              case LinearReply.Data<AttachTwinMutation.Data> done -> read.apply(id);
              case LinearReply.Refused<AttachTwinMutation.Data> refused ->
                  refused.refusal() == Refusal.NOT_FOUND
                      ? new Outcome.Done<>(new Observation.Gone(id))
                      : refused.asFailure();
            });
  }

  private static Outcome<Observation> refused(LinearReply<CreateTwinMutation.Data> reply) {
    return reply instanceof LinearReply.Refused<CreateTwinMutation.Data> refused
        ? refused.asFailure()
        : new Outcome.Failed<>(new RemoteFailure.Unknown("Linear did not say what it created"));
  }
}
