package tandem.sync.linear;

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
 * A Linear team as one side of a mapping, by the <a
 * href="https://linear.app/developers/graphql">GraphQL API</a>.
 */
public final class LinearReplica implements Replica {
  private final LinearTeam team;

  public LinearReplica(LinearTeam team, LinearAuthorization authorization, LinearHttp http) {
    this.team = team;
  }

  @Override
  public Outcome<Observation> read(IssueId issue) {
    throw new UnsupportedOperationException("lands within the hour: " + team.teamId());
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
