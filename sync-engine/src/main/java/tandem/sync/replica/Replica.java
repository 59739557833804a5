package tandem.sync.replica;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tandem.sync.model.Budget;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;

/**
 * One side of one mapping: a Jira project, or a Linear team. Stateless towards the caller and safe
 * for many threads. Every call blocks for seconds at most: a wait that the tracker asks for comes
 * back as {@link RemoteFailure.RateLimited}. No call throws for what the network or the tracker
 * did.
 *
 * <p>Every implementation passes {@code ReplicaContract}.
 */
public interface Replica {

  /** Reads one issue without its decisions. One remote call. */
  Outcome<Observation> read(IssueId issue);

  /**
   * Reads one issue with its decisions. One remote call as a rule; another one for every further
   * fifty decisions.
   *
   * @param known decisions of the issue that are known from either side: by them a tracker's own
   *     ids of what we created there are recognised
   */
  default Outcome<Observation> read(IssueId issue, Set<DecisionId> known) {
    return read(issue);
  }

  /**
   * Applies a change of one decision in one remote write and says what the side holds of it
   * afterwards; empty once it is erased. Guards nothing, like {@link #apply(IssueId, Change)}.
   * Where the decision cannot be written so that reading it gives the same, it is {@link
   * RemoteFailure.Rejected} and nothing is sent.
   */
  default Outcome<Optional<Held>> apply(IssueId issue, DecisionChange change) {
    return new Outcome.Failed<>(new RemoteFailure.Rejected("this side keeps no decisions"));
  }

  /**
   * The issue to which a decision belongs, by the tracker's own name for it ({@link
   * tandem.sync.model.Original#ref}); for events that do not tell. Empty where it belongs to none,
   * is gone, or the name is enough to tell nothing. At most one remote call.
   */
  default Outcome<Optional<IssueId>> issueOf(String ref) {
    return new Outcome.Done<>(Optional.empty());
  }

  /**
   * Applies a change in one remote write and says what the side holds after it, as far as the
   * tracker's answer tells; where the answer does not tell, the snapshot is what was asked for.
   *
   * <p>Not atomic with anything else and not guarded: a person's edit between the caller's read and
   * this write is not detected here. After {@link RemoteFailure.Unknown} the change may have been
   * applied, now or a little later.
   */
  Outcome<Observation> apply(IssueId issue, Change change);

  /**
   * Lists issues of the mapping changed at or after {@code since}, in no particular order; an issue
   * may come twice and one that changes meanwhile may come or not. One remote call a page.
   */
  Outcome<Page<Listed>> changedSince(Instant since, Cursor cursor);

  /** Whether {@link #decisionsSince} tells anything: some trackers list no decisions. */
  default boolean listsDecisions() {
    return false;
  }

  /**
   * Lists decisions of the mapping's issues written at or after {@code since}, thrown away ones as
   * far as the tracker lists them, in no particular order; one may come twice, and so may texts
   * that are none. One remote call a page; none on a side that lists no decisions.
   */
  default Outcome<Page<ListedDecision>> decisionsSince(Instant since, Cursor cursor) {
    return new Outcome.Done<>(new Page<>(List.of(), Optional.empty()));
  }

  /**
   * Whether the side still has a tag for this budget. False where somebody deleted it: then issues
   * lost it that nobody touched. At most one remote call; none on a side whose tags cannot be
   * deleted.
   */
  default Outcome<Boolean> has(Budget budget) {
    return new Outcome.Done<>(true);
  }

  /**
   * Where an issue points to: the web addresses that are kept beside it and that no listing shows.
   * Unverified. One remote call; none on a side whose listings show all of them.
   */
  default Outcome<Set<String>> pointers(IssueId issue) {
    return new Outcome.Done<>(Set.of());
  }

  /**
   * Reads several issues in one remote call, without their decisions. What is not there, or not in
   * this mapping, is missing from the answer.
   *
   * @param names ids or keys, 1 to 250
   */
  default Outcome<List<Observation.Present>> readAll(Collection<String> names) {
    return new Outcome.Failed<>(new RemoteFailure.Rejected("this side is read one by one"));
  }

  /** What a twin of this issue would be created from. One remote call. */
  default Outcome<TwinDraft> draft(IssueId issue) {
    return new Outcome.Failed<>(new RemoteFailure.Rejected("this side drafts no twins"));
  }

  /**
   * Creates an issue that stands for another one, with its title and its address. A few remote
   * calls. What was done before a failure is found by the next attempt, so that there is never a
   * second one.
   *
   * @param again an earlier attempt may have succeeded; it was at least a minute ago
   */
  default Outcome<Observation> create(TwinDraft draft, boolean again) {
    return new Outcome.Failed<>(new RemoteFailure.Rejected("this side creates no twins"));
  }

  /** About how many issues the mapping has on this side, for people. One remote call. */
  default Outcome<Long> count() {
    return new Outcome.Failed<>(new RemoteFailure.Rejected("this side does not count"));
  }
}
