package tandem.sync.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tandem.sync.document.DecisionJson;
import tandem.sync.model.Budget;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionLog;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.model.Original;
import tandem.sync.model.Snapshot;

/**
 * A tracker in memory, for one thread: issues with budget tags and other labels, a clock of its own
 * that moves a millisecond with every change, an event for every change, and faults on demand.
 */
public final class FakeTracker implements Replica {
  private static final int PAGE = 3;

  private final String prefix;
  private final FakeShelf shelf;
  private final List<Consumer<DecisionNews>> decisionListeners = new ArrayList<>();
  private final Map<IssueId, Issue> issues = new LinkedHashMap<>();
  private final List<Consumer<Observation.Present>> listeners = new ArrayList<>();
  private final Map<IssueId, Observation.Present> outdated = new java.util.HashMap<>();
  private final Map<IssueId, Set<String>> pointers = new java.util.HashMap<>();
  private final Set<IssueId> nativelySynced = new java.util.HashSet<>();
  private final Map<IssueId, Issue> hidden = new java.util.HashMap<>();
  private final Set<IssueId> readOnly = new java.util.HashSet<>();
  private final Map<IssueId, IssueId> made = new java.util.HashMap<>();
  private int creations;
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

  /** How a tracker keeps decisions. */
  public enum Shelf {
    /** By a key that ends with the decision's id, without a time; like Jira. */
    PROPERTIES,
    /** Each by a name of its own, with the time of its last edit; like Linear. */
    DOCUMENTS
  }

  /**
   * A decision changed.
   *
   * @param now empty where it is gone
   */
  public record DecisionNews(IssueId issue, String ref, Optional<Original> now) {}

  public FakeTracker(String prefix, Instant start) {
    this(prefix, start, Shelf.PROPERTIES);
  }

  public FakeTracker(String prefix, Instant start, Shelf shelf) {
    this.prefix = prefix;
    this.now = start;
    this.shelf = new FakeShelf(shelf);
  }

  /** What a text of either kind says. */
  public static Held read(DecisionId id, Original original) {
    return FakeShelf.read(id, original);
  }

  /** Hears of every change of a decision, a person's or ours. */
  public void listenToDecisions(Consumer<DecisionNews> listener) {
    decisionListeners.add(listener);
  }

  /** A person's edit, or a decision that a person starts by its id. */
  public void edit(IssueId issue, Decision decision) {
    editText(issue, decision.id(), DecisionJson.write(decision));
  }

  /** Somebody puts any text there. */
  public void editText(IssueId issue, DecisionId id, String text) {
    String ref = shelf.ref(issue, id);
    shelf.put(issue, ref, text, tick());
    announce(issue, ref, id);
  }

  /** A person starts a document of their own. */
  public DecisionId begin(IssueId issue, String title) {
    DecisionId id = shelf.begin(issue, title, tick());
    announce(issue, shelf.ref(issue, id), id);
    return id;
  }

  /** A person deletes a decision. */
  public void remove(IssueId issue, DecisionId id) {
    String ref = shelf.ref(issue, id);
    if (shelf.remove(issue, ref)) {
      announce(issue, ref, id);
    }
  }

  /** What stands there; empty where nothing does. */
  public Optional<Held> held(IssueId issue, DecisionId id) {
    return shelf.held(issue, shelf.ref(issue, id), id);
  }

  /** How many decisions stand there, whatever their ids. */
  public int decisions(IssueId issue) {
    return shelf.log(issue, Set.of()).decisions().size();
  }

  private void announce(IssueId issue, String ref, DecisionId id) {
    var news = new DecisionNews(issue, ref, shelf.held(issue, ref, id).map(Held::original));
    decisionListeners.forEach(listener -> listener.accept(news));
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
    IssueId id = issue(number);
    issues.put(id, new Issue(prefix + "-" + number, new TreeSet<>(), labels, hints, tick()));
    return id;
  }

  /** A person's edit: the issue carries just these budget tags from now on. */
  public void edit(IssueId issue, SortedSet<Budget> tags) {
    issues.put(issue, issues.get(issue).with(new TreeSet<>(tags), tick()));
    announce(issue);
  }

  /** Listings show the issue like this from now on: their index lags behind. */
  public void listsAs(IssueId issue, Observation.Present old) {
    outdated.put(issue, old);
  }

  /** The issue of that number. */
  public IssueId issue(String number) {
    return new IssueId(prefix.toLowerCase(java.util.Locale.ROOT) + "-" + number);
  }

  /** The issue is out of reach: moved away, archived, or not shown to us any more. */
  public void hide(IssueId issue) {
    hidden.put(issue, issues.remove(issue));
  }

  /** It is back, as it was. */
  public void show(IssueId issue) {
    issues.put(issue, hidden.remove(issue));
  }

  /** Our permission to edit this issue is taken away. */
  public void refuseWritesTo(IssueId issue) {
    readOnly.add(issue);
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
    return read(() -> look(issue));
  }

  @Override
  public Outcome<Observation> read(IssueId issue, Set<DecisionId> known) {
    return read(() -> withLog(look(issue), known));
  }

  private Observation withLog(Observation seen, Set<DecisionId> known) {
    return switch (seen) {
      case Observation.Gone gone -> gone;
      case Observation.Present(var id, var key, var snapshot, var none) ->
          new Observation.Present(id, key, snapshot, Optional.of(shelf.log(id, known)));
    };
  }

  private Outcome<Observation> read(Supplier<Observation> look) {
    reads++;
    Fault fault = faults.next(Call.READ);
    midCall.run();
    if (fault != Fault.NONE && fault != Fault.NO_EFFECT) {
      return new Outcome.Failed<>(failure(fault, Call.READ));
    }
    Observation seen = look.get();
    midCall.run();
    return new Outcome.Done<>(seen);
  }

  @Override
  public Outcome<Optional<IssueId>> issueOf(String ref) {
    reads++;
    Fault fault = faults.next(Call.READ);
    return fault == Fault.NONE
        ? new Outcome.Done<>(shelf.issueOf(ref))
        : new Outcome.Failed<>(failure(fault, Call.READ));
  }

  @Override
  public Outcome<Optional<Held>> apply(IssueId issue, DecisionChange change) {
    String ref = shelf.ref(issue, change.id());
    Outcome<Optional<Held>> answer =
        write(issue, () -> change(issue, ref, change), () -> shelf.held(issue, ref, change.id()));
    return issues.containsKey(issue)
        ? answer
        : new Outcome.Failed<>(new RemoteFailure.Rejected("there is no such issue"));
  }

  private void change(IssueId issue, String ref, DecisionChange change) {
    if (!issues.containsKey(issue)) {
      return;
    }
    boolean changed =
        switch (change) {
          case DecisionChange.Write write ->
              shelf.put(
                  issue,
                  ref,
                  DecisionJson.write(
                      write.decision(), write.previous().map(Original::text).orElse("")),
                  tick());
          case DecisionChange.Erase erase -> shelf.remove(issue, ref);
        };
    if (changed) {
      announce(issue, ref, change.id());
    }
  }

  @Override
  public Outcome<Observation> apply(IssueId issue, Change change) {
    return write(issue, () -> change(issue, change), () -> look(issue));
  }

  private <T> Outcome<T> write(IssueId issue, Runnable effect, Supplier<T> look) {
    writes++;
    Fault fault = readOnly.contains(issue) ? Fault.REJECTED : faults.next(Call.WRITE);
    midCall.run();
    if (fault == Fault.NONE || fault == Fault.ERROR_AFTER) {
      effect.run();
    }
    T answer = look.get();
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
            ? Optional.of(new Cursor(String.valueOf(to)))
            : Optional.<Cursor>empty();
    return new Outcome.Done<>(
        new Page<>(changed.subList(from, to).stream().map(this::listed).toList(), next));
  }

  /** The vendors' own sync runs on this issue. */
  public void syncNatively(IssueId issue) {
    nativelySynced.add(issue);
  }

  /** A person puts web addresses beside an issue; no listing shows them. */
  public void point(IssueId issue, Set<String> addresses) {
    pointers.put(issue, addresses);
  }

  @Override
  public Outcome<Set<String>> pointers(IssueId issue) {
    pages++;
    Fault fault = faults.next(Call.LIST);
    return fault == Fault.NONE
        ? new Outcome.Done<>(pointers.getOrDefault(issue, Set.of()))
        : new Outcome.Failed<>(failure(fault, Call.LIST));
  }

  @Override
  public Outcome<List<Observation.Present>> readAll(Collection<String> names) {
    pages++;
    return new Outcome.Done<>(
        issues.keySet().stream()
            .filter(id -> names.contains(id.value()) || names.contains(issues.get(id).key()))
            .map(this::present)
            .toList());
  }

  @Override
  public Outcome<TwinDraft> draft(IssueId issue) {
    reads++;
    String key = issues.get(issue).key();
    return new Outcome.Done<>(
        new TwinDraft(issue, "Title of " + key, java.net.URI.create("https://site/" + key)));
  }

  /**
   * Finds what an earlier attempt made, as the real ones do, when it is told that there was one.
   */
  @Override
  public Outcome<Observation> create(TwinDraft draft, boolean again) {
    writes++;
    Fault fault = faults.next(Call.WRITE);
    midCall.run();
    IssueId earlier = made.get(draft.of());
    boolean happens = fault == Fault.NONE || fault == Fault.ERROR_AFTER;
    if (happens && (earlier == null || !again)) {
      earlier = create("twin-of-" + draft.of().value(), Set.of(), Set.of());
      made.put(draft.of(), earlier);
      creations++;
    }
    midCall.run();
    return fault == Fault.NONE && earlier != null
        ? new Outcome.Done<>(present(earlier))
        : new Outcome.Failed<>(failure(fault, Call.WRITE));
  }

  /** Issues that were created by us. */
  public int creations() {
    return creations;
  }

  @Override
  public Outcome<Long> count() {
    pages++;
    return new Outcome.Done<>((long) issues.size());
  }

  private Listed listed(IssueId id) {
    DecisionLog log = shelf.log(id, Set.of());
    boolean certain = log.decisions().isEmpty() || shelf.isNamedByIds();
    Observation.Present seen = outdated.getOrDefault(id, present(id));
    return new Listed(
        certain ? new Observation.Present(id, seen.key(), seen.snapshot(), Optional.of(log)) : seen,
        issues.get(id).hints(),
        nativelySynced.contains(id));
  }

  private Observation look(IssueId id) {
    return issues.containsKey(id) ? present(id) : new Observation.Gone(id);
  }

  /** What the issue holds now. */
  public Observation.Present present(IssueId id) {
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
