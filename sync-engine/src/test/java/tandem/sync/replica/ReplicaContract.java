package tandem.sync.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Budget;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Change.Retag;
import tandem.sync.replica.Outcome.Done;
import tandem.sync.replica.Outcome.Failed;

/**
 * What every {@link Replica} does, run against a tracker that the test can arrange and look into
 * without going through the replica.
 */
public abstract class ReplicaContract {
  protected static final Budget FEATURES = new Budget("features");
  protected static final Budget HEALTH = new Budget("system-health");

  /** The tracker behind the replica. Its mapping knows the budgets features and system-health. */
  public interface Bench {
    Replica replica();

    /**
     * Makes an issue in the mapping's project or team that also carries the label "keep-me", which
     * is no budget.
     */
    IssueId create(Optional<Budget> tag);

    void delete(IssueId issue);

    /** An id in the tracker's form that names no issue. */
    IssueId absent();

    /** The issue's budget tags, straight from the tracker. */
    SortedSet<Budget> tags(IssueId issue);

    /** The issue's labels that are no budgets, straight from the tracker. */
    Set<String> otherLabels(IssueId issue);

    /** The next call, and only that, suffers this. */
    void failNext(Trouble trouble);

    /** Calls that reached the tracker so far, whatever it answered. */
    int calls();
  }

  /** What the next call may suffer. */
  public enum Trouble {
    /** 429, with a time to wait. */
    RATE_LIMIT,
    /** A 5xx before anything happened. */
    ERROR_BEFORE,
    /** A 5xx after it happened. */
    ERROR_AFTER,
    /** The grant does not hold any more (401 that a refresh does not mend, or 403). */
    ACCESS_GONE
  }

  private Bench bench;

  /** A fresh bench for each test. */
  protected abstract Bench open() throws Exception;

  @BeforeEach
  void openBench() throws Exception {
    bench = open();
  }

  @Test
  void anIssueIsReadInOneCall() {
    IssueId issue = bench.create(Optional.of(FEATURES));
    int before = bench.calls();
    Observation.Present seen = present(bench.replica().read(issue));
    assertThat(bench.calls() - before).isEqualTo(1);
    assertThat(seen.issue()).isEqualTo(issue);
    assertThat(seen.key()).isNotBlank();
    assertThat(seen.snapshot().budgets()).containsExactly(FEATURES);
  }

  @Test
  void anIssueWithoutABudgetHasNoTags() {
    IssueId issue = bench.create(Optional.empty());
    assertThat(present(bench.replica().read(issue)).snapshot().budgets()).isEmpty();
  }

  @Test
  void anIssueThatNeverWasIsGone() {
    assertThat(done(bench.replica().read(bench.absent()))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void aDeletedIssueIsGone() {
    IssueId issue = bench.create(Optional.of(HEALTH));
    bench.delete(issue);
    assertThat(done(bench.replica().read(issue))).isEqualTo(new Observation.Gone(issue));
  }

  @Test
  void aTagIsPutInOneCallAndTheAnswerShowsIt() {
    IssueId issue = bench.create(Optional.empty());
    Instant before = present(bench.replica().read(issue)).snapshot().at();
    int calls = bench.calls();
    Observation.Present answer = present(put(issue, HEALTH));
    assertThat(bench.calls() - calls).isEqualTo(1);
    assertThat(answer.snapshot().budgets()).containsExactly(HEALTH);
    assertThat(answer.snapshot().at()).isAfterOrEqualTo(before);
    assertThat(bench.tags(issue)).containsExactly(HEALTH);
  }

  @Test
  void theAnswerOfAWriteIsWhatAReadGivesAfterwards() {
    IssueId issue = bench.create(Optional.of(FEATURES));
    Observation.Present answer = present(swap(issue, FEATURES, HEALTH));
    assertThat(present(bench.replica().read(issue))).isEqualTo(answer);
  }

  @Test
  void aSwitchIsOneChange() {
    IssueId issue = bench.create(Optional.of(FEATURES));
    assertThat(present(swap(issue, FEATURES, HEALTH)).snapshot().budgets()).containsExactly(HEALTH);
    assertThat(bench.tags(issue)).containsExactly(HEALTH);
  }

  @Test
  void aTagIsTakenAway() {
    IssueId issue = bench.create(Optional.of(FEATURES));
    Retag take = new Retag(tags(), tags(FEATURES));
    assertThat(present(bench.replica().apply(issue, take)).snapshot().budgets()).isEmpty();
    assertThat(bench.tags(issue)).isEmpty();
  }

  @Test
  void applyingTwiceIsApplyingOnce() {
    IssueId issue = bench.create(Optional.of(FEATURES));
    swap(issue, FEATURES, HEALTH);
    assertThat(present(swap(issue, FEATURES, HEALTH)).snapshot().budgets()).containsExactly(HEALTH);
    assertThat(bench.tags(issue)).containsExactly(HEALTH);
  }

  @Test
  void otherLabelsAreNotTouched() {
    IssueId issue = bench.create(Optional.of(FEATURES));
    swap(issue, FEATURES, HEALTH);
    assertThat(bench.otherLabels(issue)).containsExactly("keep-me");
  }

  @Test
  void aWriteToAnIssueThatNeverWasDoesNotThrow() {
    Outcome<Observation> outcome = put(bench.absent(), HEALTH);
    boolean said =
        switch (outcome) {
          case Done<Observation> done -> done.value() instanceof Observation.Gone;
          case Failed<Observation> failed -> failed.failure() instanceof RemoteFailure.Rejected;
        };
    assertThat(said).as("%s", outcome).isTrue();
  }

  @Test
  void theListingGivesEveryIssueAsAReadDoes() {
    Set<IssueId> made = new HashSet<>();
    for (int i = 0; i < 7; i++) {
      made.add(bench.create(i % 2 == 0 ? Optional.of(FEATURES) : Optional.empty()));
    }
    List<Listed> listed = list();
    assertThat(listed.stream().map(item -> item.issue().issue())).containsAll(made);
    listed.stream()
        .map(Listed::issue)
        .filter(item -> made.contains(item.issue()))
        .forEach(item ->
            assertThat(present(bench.replica().read(item.issue())))
                .as("a listing may tell of decisions what such a read does not")
                .usingRecursiveComparison()
                .ignoringFields("log")
                .isEqualTo(item));
  }

  @Test
  void theIssuesAreCountedInOneCall() {
    long before = count();
    bench.create(Optional.of(FEATURES));
    bench.create(Optional.empty());
    int calls = bench.calls();
    assertThat(count()).isEqualTo(before + 2);
    assertThat(bench.calls() - calls).isEqualTo(1);
  }

  private long count() {
    return switch (bench.replica().count()) {
      case Done<Long>(Long count) -> count;
      case Failed<Long> failed -> throw new AssertionError(failed.failure());
    };
  }

  @Test
  void aRateLimitIsGivenBackWithItsTime() {
    IssueId issue = bench.create(Optional.empty());
    bench.failNext(Trouble.RATE_LIMIT);
    assertThat(failure(put(issue, HEALTH))).isInstanceOf(RemoteFailure.RateLimited.class);
    assertThat(bench.tags(issue)).isEmpty();
  }

  @Test
  void aReadThatFailsIsAnOutage() {
    IssueId issue = bench.create(Optional.empty());
    bench.failNext(Trouble.ERROR_BEFORE);
    Outcome<Observation> outcome = bench.replica().read(issue);
    // A replica may repeat a read by itself; then it has succeeded.
    if (outcome instanceof Failed<Observation> failed) {
      assertThat(failed.failure()).isInstanceOf(RemoteFailure.TrackerDown.class);
    }
  }

  @Test
  void aWriteThatFailedBeforeItHappenedIsUnknown() {
    IssueId issue = bench.create(Optional.empty());
    bench.failNext(Trouble.ERROR_BEFORE);
    assertThat(failure(put(issue, HEALTH))).isInstanceOf(RemoteFailure.Unknown.class);
    assertThat(bench.tags(issue)).as("and it is not repeated behind our back").isEmpty();
  }

  @Test
  void aWriteThatFailedAfterItHappenedIsUnknown() {
    IssueId issue = bench.create(Optional.empty());
    bench.failNext(Trouble.ERROR_AFTER);
    assertThat(failure(put(issue, HEALTH))).isInstanceOf(RemoteFailure.Unknown.class);
    assertThat(bench.tags(issue)).containsExactly(HEALTH);
  }

  @Test
  void aGrantThatDoesNotHoldIsAccessGone() {
    IssueId issue = bench.create(Optional.empty());
    bench.failNext(Trouble.ACCESS_GONE);
    assertThat(failure(put(issue, HEALTH))).isInstanceOf(RemoteFailure.AccessGone.class);
    assertThat(bench.tags(issue)).isEmpty();
  }

  private List<Listed> list() {
    List<Listed> all = new ArrayList<>();
    Optional<Cursor> next = Optional.of(Cursor.START);
    while (next.isPresent()) {
      Page<Listed> page =
          switch (bench.replica().changedSince(Instant.EPOCH, next.get())) {
            case Done<Page<Listed>> done -> done.value();
            case Failed<Page<Listed>> failed -> throw new AssertionError(failed.failure());
          };
      all.addAll(page.items());
      next = page.next();
    }
    return all;
  }

  private Outcome<Observation> put(IssueId issue, Budget tag) {
    return bench.replica().apply(issue, new Retag(tags(tag), tags()));
  }

  private Outcome<Observation> swap(IssueId issue, Budget from, Budget to) {
    return bench.replica().apply(issue, new Retag(tags(to), tags(from)));
  }

  private static Observation.Present present(Outcome<Observation> outcome) {
    return (Observation.Present) done(outcome);
  }

  private static Observation done(Outcome<Observation> outcome) {
    return switch (outcome) {
      case Done<Observation> done -> done.value();
      case Failed<Observation> failed -> throw new AssertionError(failed.failure());
    };
  }

  private static RemoteFailure failure(Outcome<Observation> outcome) {
    return switch (outcome) {
      case Done<Observation> done -> throw new AssertionError("it went through: " + done.value());
      case Failed<Observation> failed -> failed.failure();
    };
  }

  protected static SortedSet<Budget> tags(Budget... budgets) {
    return new TreeSet<>(List.of(budgets));
  }
}
