package tandem.sync.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import tandem.sync.model.Budget;
import tandem.sync.model.IssueId;
import tandem.sync.model.Snapshot;

/**
 * A tracker in memory, for one thread: issues with budget tags and other labels, a clock of its own
 * that moves a millisecond with every change, an event for every change, and faults on demand.
 */
public final class FakeTracker implements Replica {
  private static final int PAGE = 3;

  private final String prefix;
  private final Map<IssueId, Issue> issues = new LinkedHashMap<>();
  private final List<Consumer<Observation.Present>> listeners = new ArrayList<>();
  private Faults faults = call -> Fault.NONE;
  private Runnable midCall = () -> {};
  private Instant now;
  private int reads;
  private int writes;
  private int pages;

  private record Issue(
      String key, SortedSet<Budget> tags, Set<String> labels, Set<String> hints, Instant updated) {
    Issue with(SortedSet<Budget> changed, Instant at) {
      return new Issue(key, changed, labels, hints, at);
    }
  }

  /** The kinds of calls. */
  public enum Call {
    READ,
    WRITE,
    LIST
  }

  /** What a call may suffer instead of an answer. */
  public enum Fault {
    NONE,
    /** Refused before anything happened, with a time to come back at. */
    RATE_LIMITED,
    /** Failed before anything happened; a write's caller cannot know that. */
    ERROR_BEFORE,
    /** Failed after it happened. */
    ERROR_AFTER,
    REJECTED,
    ACCESS_GONE,
    /** Answered as if all were well, but nothing happened. */
    NO_EFFECT
  }

  /** Decides the fate of each call. */
  @FunctionalInterface
  public interface Faults {
    Fault next(Call call);
  }

  public FakeTracker(String prefix, Instant start) {
    this.prefix = prefix;
    this.now = start;
  }

  public void faults(Faults decided) {
    this.faults = decided;
  }

  /** Runs in the middle of every call: after it left the caller, before and after its effect. */
  public void midCall(Runnable hook) {
    this.midCall = hook;
  }

  /** Hears of every change, a person's or ours. */
  public void listen(Consumer<Observation.Present> listener) {
    listeners.add(listener);
  }

  /** The tracker's clock: never behind {@code instant}. */
  public void advanceTo(Instant instant) {
    now = now.isAfter(instant) ? now : instant;
  }

  public IssueId create(String number, Set<String> labels, Set<String> hints) {
    IssueId id = new IssueId(prefix.toLowerCase(java.util.Locale.ROOT) + "-" + number);
    issues.put(id, new Issue(prefix + "-" + number, new TreeSet<>(), labels, hints, tick()));
    return id;
  }

  /** A person's edit: the issue carries just these budget tags from now on. */
  public void edit(IssueId issue, SortedSet<Budget> tags) {
    issues.put(issue, issues.get(issue).with(new TreeSet<>(tags), tick()));
    announce(issue);
  }

  public void delete(IssueId issue) {
    issues.remove(issue);
  }

  public SortedSet<Budget> tags(IssueId issue) {
    return new TreeSet<>(issues.get(issue).tags());
  }

  public Set<String> otherLabels(IssueId issue) {
    return issues.get(issue).labels();
  }

  public int reads() {
    return reads;
  }

  public int writes() {
    return writes;
  }

  public int pages() {
    return pages;
  }

  @Override
  public Outcome<Observation> read(IssueId issue) {
    reads++;
    Fault fault = faults.next(Call.READ);
    midCall.run();
    if (fault != Fault.NONE && fault != Fault.NO_EFFECT) {
      return new Outcome.Failed<>(failure(fault, Call.READ));
    }
    Observation seen = look(issue);
    midCall.run();
    return new Outcome.Done<>(seen);
  }

  @Override
  public Outcome<Observation> apply(IssueId issue, Change change) {
    writes++;
    Fault fault = faults.next(Call.WRITE);
    midCall.run();
    if (fault == Fault.NONE || fault == Fault.ERROR_AFTER) {
      change(issue, change);
    }
    Observation answer = look(issue);
    midCall.run();
    return fault == Fault.NONE || fault == Fault.NO_EFFECT
        ? new Outcome.Done<>(answer)
        : new Outcome.Failed<>(failure(fault, Call.WRITE));
  }

  private void change(IssueId id, Change change) {
    Issue issue = issues.get(id);
    if (issue == null) {
      return;
    }
    SortedSet<Budget> tags = new TreeSet<>(issue.tags());
    switch (change) {
      case Change.Retag retag -> {
        tags.removeAll(retag.remove());
        tags.addAll(retag.add());
      }
    }
    if (!tags.equals(issue.tags())) {
      issues.put(id, issue.with(tags, tick()));
      announce(id);
    }
  }

  @Override
  public Outcome<Page<Listed>> changedSince(Instant since, Cursor cursor) {
    pages++;
    Fault fault = faults.next(Call.LIST);
    if (fault != Fault.NONE) {
      return new Outcome.Failed<>(failure(fault, Call.LIST));
    }
    List<IssueId> changed =
        issues.keySet().stream()
            .filter(id -> !issues.get(id).updated().isBefore(since))
            .sorted(Comparator.comparing(IssueId::value))
            .toList();
    int from = cursor.equals(Cursor.START) ? 0 : Integer.parseInt(cursor.value());
    int to = Math.min(from + PAGE, changed.size());
    var next =
        to < changed.size()
            ? java.util.Optional.of(new Cursor(String.valueOf(to)))
            : java.util.Optional.<Cursor>empty();
    return new Outcome.Done<>(
        new Page<>(changed.subList(from, to).stream().map(this::listed).toList(), next));
  }

  private Listed listed(IssueId id) {
    return new Listed(present(id), issues.get(id).hints());
  }

  private Observation look(IssueId id) {
    return issues.containsKey(id) ? present(id) : new Observation.Gone(id);
  }

  private Observation.Present present(IssueId id) {
    Issue issue = issues.get(id);
    return new Observation.Present(id, issue.key(), new Snapshot(issue.tags(), issue.updated()));
  }

  private void announce(IssueId id) {
    Observation.Present seen = present(id);
    listeners.forEach(listener -> listener.accept(seen));
  }

  private Instant tick() {
    now = now.plusMillis(1);
    return now;
  }

  private RemoteFailure failure(Fault fault, Call call) {
    return switch (fault) {
      case NONE, NO_EFFECT -> throw new IllegalArgumentException("no failure");
      case RATE_LIMITED ->
          new RemoteFailure.RateLimited(
              RemoteFailure.RateScope.ISSUE, now.plus(Duration.ofSeconds(30)), "asked to wait");
      case ERROR_BEFORE, ERROR_AFTER ->
          call == Call.WRITE
              ? new RemoteFailure.Unknown("the connection broke")
              : new RemoteFailure.TrackerDown("the connection broke");
      case REJECTED -> new RemoteFailure.Rejected("the tracker says no");
      case ACCESS_GONE -> new RemoteFailure.AccessGone("the grant was revoked");
    };
  }
}
