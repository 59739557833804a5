package tandem.sync.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tandem.sync.model.Budget;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.queue.Errand;
import tandem.sync.replica.Change;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.DecisionChange;
import tandem.sync.replica.Listed;
import tandem.sync.replica.ListedDecision;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;
import tandem.sync.replica.Replica;
import tandem.sync.replica.TwinDraft;

/** A side behind a {@link Doorkeeper}. */
final class GuardedReplica implements Replica {
  private final Replica replica;
  private final Doorkeeper.Door door;

  GuardedReplica(Replica replica, Doorkeeper.Door door) {
    this.replica = replica;
    this.door = door;
  }

  @Override
  public Outcome<Observation> read(IssueId issue) {
    return door.pass(Errand.READ, () -> replica.read(issue));
  }

  @Override
  public Outcome<Observation> read(IssueId issue, Set<DecisionId> known) {
    return door.pass(Errand.READ, () -> replica.read(issue, known));
  }

  @Override
  public Outcome<Optional<Held>> apply(IssueId issue, DecisionChange change) {
    return door.pass(Errand.WRITE_DECISION, () -> replica.apply(issue, change));
  }

  @Override
  public Outcome<Optional<IssueId>> issueOf(String ref) {
    return door.pass(Errand.READ, () -> replica.issueOf(ref));
  }

  @Override
  public Outcome<Observation> apply(IssueId issue, Change change) {
    return door.pass(Errand.WRITE, () -> replica.apply(issue, change));
  }

  @Override
  public Outcome<Page<Listed>> changedSince(Instant since, Cursor cursor) {
    return door.pass(Errand.LIST, () -> replica.changedSince(since, cursor));
  }

  @Override
  public boolean listsDecisions() {
    return replica.listsDecisions();
  }

  @Override
  public Outcome<Page<ListedDecision>> decisionsSince(Instant since, Cursor cursor) {
    return door.pass(Errand.LIST, () -> replica.decisionsSince(since, cursor));
  }

  @Override
  public Outcome<List<Observation.Present>> readAll(Collection<String> names) {
    return door.pass(Errand.LIST, () -> replica.readAll(names));
  }

  @Override
  public Outcome<Boolean> has(Budget budget) {
    return door.pass(Errand.READ, () -> replica.has(budget));
  }

  @Override
  public Outcome<Set<String>> pointers(IssueId issue) {
    return door.pass(Errand.READ, () -> replica.pointers(issue));
  }

  @Override
  public Outcome<TwinDraft> draft(IssueId issue) {
    return door.pass(Errand.READ, () -> replica.draft(issue));
  }

  @Override
  public Outcome<Observation> create(TwinDraft draft, boolean again) {
    return door.pass(Errand.WRITE, () -> replica.create(draft, again));
  }

  @Override
  public Outcome<Long> count() {
    return door.pass(Errand.READ, replica::count);
  }
}
