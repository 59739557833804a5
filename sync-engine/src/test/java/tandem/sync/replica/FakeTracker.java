package tandem.sync.replica;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tandem.sync.document.DecisionJson;
import tandem.sync.model.Budget;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.model.Original;
import tandem.sync.replica.FakeCalls.Call;

/**
 * A tracker in memory, for one thread: issues with budget tags and other labels, a clock of its own
 * that moves a millisecond with every change, an event for every change, and faults on demand.
 */
public final class FakeTracker implements Replica {
  private static final int PAGE = 3;

  private final FakeIssues issues;
  private final FakeShelf shelf;
  private final List<Consumer<DecisionNews>> decisionListeners = new ArrayList<>();
  private final List<Consumer<Observation.Present>> listeners = new ArrayList<>();
  private final FakeTwins twins = new FakeTwins();
  private final Set<Budget> deleted = new HashSet<>();
  private boolean byUs;
  private boolean listsDecisions;
  private final FakeCalls calls = new FakeCalls(() -> this.now);
  private Instant now;

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
   * @param before what stood there just before; empty where nothing did
   * @param of whose it is, and its time
   */
  public record DecisionNews(
      IssueId issue,
      DecisionId id,
      String ref,
      Optional<Original> now,
      Optional<Original> before,
      Doing of) {}

  /** A change by us, or by a person. */
  public record Doing(boolean ours, Instant at) {}

  public FakeTracker(String prefix, Instant start) {
    this(prefix, start, Shelf.PROPERTIES);
  }

  public FakeTracker(String prefix, Instant start, Shelf shelf) {
    this.issues = new FakeIssues(prefix);
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
    announcing(
        issue,
        id,
        () -> {
          boolean unused = shelf.put(issue, shelf.ref(issue, id), text, tick());
          return true;
        });
  }

  /** A person starts a document of their own. */
  public DecisionId begin(IssueId issue, String title) {
    DecisionId id = shelf.begin(issue, title, tick());
    tell(issue, id, Optional.empty());
    return id;
  }

  /** A person deletes a decision. */
  public void remove(IssueId issue, DecisionId id) {
    announcing(issue, id, () -> shelf.remove(issue, shelf.ref(issue, id)));
  }

  /** What stands there; empty where nothing does. */
  public Optional<Held> held(IssueId issue, DecisionId id) {
    return shelf.held(issue, shelf.ref(issue, id), id);
  }

  /** How many stand there, whatever their ids. */
  public int decisions(IssueId issue) {
    return shelf.log(issue, Set.of()).decisions().size();
  }

  private void announcing(IssueId issue, DecisionId id, BooleanSupplier change) {
    Optional<Original> before = held(issue, id).map(Held::original);
    if (change.getAsBoolean()) {
      tell(issue, id, before);
    }
  }

  private void tell(IssueId issue, DecisionId id, Optional<Original> before) {
    var here = held(issue, id).map(Held::original);
    var doing = new Doing(byUs, now);
    var news = new DecisionNews(issue, id, shelf.ref(issue, id), here, before, doing);
    decisionListeners.forEach(listener -> listener.accept(news));
  }

  public void faults(FakeCalls.Faults decided) {
    calls.faults(decided);
  }

  /** Runs in the middle of every call: after it left the caller, before and after its effect. */
  public void midCall(Runnable hook) {
    calls.midCall(hook);
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
    return issues.create(number, labels, hints, tick());
  }

  /** A person's edit: the issue carries just these budget tags from now on. */
  public void edit(IssueId issue, SortedSet<Budget> tags) {
    issues.tag(issue, tags, tick());
    announce(issue);
  }

  /** Listings show the issue like this from now on: their index lags behind. */
  public void listsAs(IssueId issue, Observation.Present old) {
    issues.listsAs(issue, old);
  }

  /** The issue of that number. */
  public IssueId issue(String number) {
    return issues.id(number);
  }

  /** The issue is out of reach: moved away, archived, or not shown to us any more. */
  public void hide(IssueId issue) {
    issues.hide(issue);
  }

  /** It is back, as it was. */
  public void show(IssueId issue) {
    issues.show(issue);
  }

  /** Our permission to edit this issue is taken away. */
  public void refuseWritesTo(IssueId issue) {
    issues.refuseWritesTo(issue);
  }

  public void delete(IssueId issue) {
    issues.delete(issue);
  }

  public SortedSet<Budget> tags(IssueId issue) {
    return issues.tags(issue);
  }

  public Set<String> otherLabels(IssueId issue) {
    return issues.labels(issue);
  }

  public int reads() {
    return calls.reads();
  }

  public int writes() {
    return calls.writes();
  }

  public int pages() {
    return calls.pages();
  }

  @Override
  public Outcome<Observation> read(IssueId issue) {
    return calls.read(() -> issues.look(issue));
  }

  @Override
  public Outcome<Observation> read(IssueId issue, Set<DecisionId> known) {
    return calls.read(() -> shelf.with(issues.look(issue), known));
  }

  @Override
  public Outcome<Optional<IssueId>> issueOf(String ref) {
    return calls.ask(() -> shelf.issueOf(ref));
  }

  @Override
  public Outcome<Optional<Held>> apply(IssueId issue, DecisionChange change) {
    String ref = shelf.ref(issue, change.id());
    Outcome<Optional<Held>> answer =
        calls.write(
            issues.isWritable(issue),
            () -> change(issue, ref, change),
            () -> shelf.held(issue, ref, change.id()));
    return issues.has(issue)
        ? answer
        : new Outcome.Failed<>(new RemoteFailure.Rejected("there is no such issue"));
  }

  private void change(IssueId issue, String ref, DecisionChange change) {
    if (!issues.has(issue)) {
      return;
    }
    byUs = true;
    announcing(
        issue,
        change.id(),
        () ->
            switch (change) {
              case DecisionChange.Write write ->
                  shelf.put(
                      issue,
                      ref,
                      DecisionJson.write(
                          write.decision(), write.previous().map(Original::text).orElse("")),
                      tick());
              case DecisionChange.Erase erase -> shelf.remove(issue, ref);
            });
    byUs = false;
  }

  @Override
  public Outcome<Observation> apply(IssueId issue, Change change) {
    return calls.write(
        issues.isWritable(issue), () -> change(issue, change), () -> issues.look(issue));
  }

  private void change(IssueId id, Change change) {
    if (!issues.has(id)) {
      return;
    }
    SortedSet<Budget> tags = issues.tags(id);
    switch (change) {
      case Change.Retag retag -> {
        tags.removeAll(retag.remove());
        tags.addAll(retag.add());
      }
    }
    if (!tags.equals(issues.tags(id))) {
      issues.tag(id, tags, tick());
      announce(id);
    }
  }

  @Override
  public Outcome<Page<Listed>> changedSince(Instant since, Cursor cursor) {
    return calls.list(() -> page(since, cursor));
  }

  private Page<Listed> page(Instant since, Cursor cursor) {
    Page<IssueId> changed = cut(issues.changedSince(since), cursor);
    return new Page<>(
        changed.items().stream().map(id -> shelf.with(issues.listed(id))).toList(), changed.next());
  }

  private static <T> Page<T> cut(List<T> all, Cursor cursor) {
    int from = cursor.equals(Cursor.START) ? 0 : Integer.parseInt(cursor.value());
    int to = Math.min(from + PAGE, all.size());
    var next =
        to < all.size() ? Optional.of(new Cursor(String.valueOf(to))) : Optional.<Cursor>empty();
    return new Page<>(all.subList(from, to), next);
  }

  /** The vendors' own sync runs on this issue. */
  public void syncNatively(IssueId issue) {
    issues.syncNatively(issue);
  }

  /** A person puts web addresses beside an issue; no listing shows them. */
  public void point(IssueId issue, Set<String> addresses) {
    twins.point(issue, addresses);
  }

  /** Somebody deletes a tag: every issue loses it. */
  public void deleteTag(Budget tag) {
    deleted.add(tag);
    for (IssueId id : issues.changedSince(Instant.EPOCH)) {
      SortedSet<Budget> tags = issues.tags(id);
      if (tags.remove(tag)) {
        edit(id, tags);
      }
    }
  }

  @Override
  public Outcome<Boolean> has(Budget budget) {
    return calls.ask(() -> !deleted.contains(budget));
  }

  @Override
  public Outcome<Set<String>> pointers(IssueId issue) {
    return calls.list(() -> twins.pointers(issue));
  }

  @Override
  public Outcome<List<Observation.Present>> readAll(Collection<String> names) {
    return calls.uneventful(Call.LIST, () -> issues.named(names));
  }

  @Override
  public Outcome<TwinDraft> draft(IssueId issue) {
    String key = issues.key(issue);
    return calls.uneventful(
        Call.READ,
        () -> new TwinDraft(issue, "Title of " + key, URI.create("https://site/" + key)));
  }

  @Override
  public Outcome<Observation> create(TwinDraft draft, boolean again) {
    return calls.write(
        true,
        () -> twins.make(draft, again, number -> create(number, Set.of(), Set.of())),
        () -> issues.look(twins.of(draft.of())));
  }

  /** Issues that were created by us. */
  public int creations() {
    return twins.creations();
  }

  @Override
  public Outcome<Long> count() {
    return calls.uneventful(Call.LIST, () -> (long) issues.count());
  }

  /** It has a listing of decisions from now on, which shows none that was thrown away. */
  public void listDecisions() {
    listsDecisions = true;
  }

  @Override
  public boolean listsDecisions() {
    return listsDecisions;
  }

  @Override
  public Outcome<Page<ListedDecision>> decisionsSince(Instant since, Cursor cursor) {
    return listsDecisions
        ? calls.list(() -> cut(shelf.writtenSince(since), cursor))
        : Replica.super.decisionsSince(since, cursor);
  }

  /** What the issue holds now. */
  public Observation.Present present(IssueId id) {
    return issues.present(id);
  }

  private void announce(IssueId id) {
    listeners.forEach(listener -> listener.accept(present(id)));
  }

  private Instant tick() {
    return now = now.plusMillis(1);
  }
}
