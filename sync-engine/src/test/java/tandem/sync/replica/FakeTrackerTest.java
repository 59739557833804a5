package tandem.sync.replica;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import tandem.sync.model.Budget;
import tandem.sync.model.IssueId;

class FakeTrackerTest extends ReplicaContract {
  @Override
  protected Bench open() {
    return new FakeBench();
  }

  private static final class FakeBench implements Bench {
    private final FakeTracker tracker =
        new FakeTracker("SHOP", Instant.parse("2026-03-01T12:00:00Z"));
    private final Deque<FakeCalls.Fault> planned = new ArrayDeque<>();
    private int issues;

    FakeBench() {
      tracker.faults(call -> planned.isEmpty() ? FakeCalls.Fault.NONE : planned.poll());
    }

    @Override
    public Replica replica() {
      return tracker;
    }

    @Override
    public IssueId create(Optional<Budget> tag) {
      IssueId issue = tracker.create(String.valueOf(++issues), Set.of("keep-me"), Set.of());
      tag.ifPresent(budget -> tracker.edit(issue, tags(budget)));
      return issue;
    }

    @Override
    public void delete(IssueId issue) {
      tracker.delete(issue);
    }

    @Override
    public IssueId absent() {
      return new IssueId("shop-0");
    }

    @Override
    public SortedSet<Budget> tags(IssueId issue) {
      return tracker.tags(issue);
    }

    private static SortedSet<Budget> tags(Budget budget) {
      return ReplicaContract.tags(budget);
    }

    @Override
    public Set<String> otherLabels(IssueId issue) {
      return tracker.otherLabels(issue);
    }

    @Override
    public void failNext(Trouble trouble) {
      planned.add(
          switch (trouble) {
            case RATE_LIMIT -> FakeCalls.Fault.RATE_LIMITED;
            case ERROR_BEFORE -> FakeCalls.Fault.ERROR_BEFORE;
            case ERROR_AFTER -> FakeCalls.Fault.ERROR_AFTER;
            case ACCESS_GONE -> FakeCalls.Fault.ACCESS_GONE;
          });
    }

    @Override
    public int calls() {
      return tracker.reads() + tracker.writes() + tracker.pages();
    }
  }
}
