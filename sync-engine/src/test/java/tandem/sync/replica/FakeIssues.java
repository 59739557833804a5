package tandem.sync.replica;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tandem.sync.model.Budget;
import tandem.sync.model.IssueId;
import tandem.sync.model.Snapshot;

/**
 * The issues of a tracker in memory: what they carry, and whether we see them and may edit them.
 */
final class FakeIssues {
  private final String prefix;
  private final Map<IssueId, Issue> issues = new LinkedHashMap<>();
  private final Map<IssueId, Issue> hidden = new HashMap<>();
  private final Map<IssueId, Observation.Present> outdated = new HashMap<>();
  private final Set<IssueId> nativelySynced = new HashSet<>();
  private final Set<IssueId> readOnly = new HashSet<>();

  private record Issue(
      String key, SortedSet<Budget> tags, Set<String> labels, Set<String> hints, Instant updated) {
    Issue with(SortedSet<Budget> changed, Instant at) {
      return new Issue(key, changed, labels, hints, at);
    }
  }

  FakeIssues(String prefix) {
    this.prefix = prefix;
  }

  IssueId id(String number) {
    return new IssueId(prefix.toLowerCase(Locale.ROOT) + "-" + number);
  }

  IssueId create(String number, Set<String> labels, Set<String> hints, Instant at) {
    IssueId id = id(number);
    issues.put(id, new Issue(prefix + "-" + number, new TreeSet<>(), labels, hints, at));
    return id;
  }

  void tag(IssueId issue, SortedSet<Budget> tags, Instant at) {
    issues.put(issue, issues.get(issue).with(new TreeSet<>(tags), at));
  }

  boolean has(IssueId issue) {
    return issues.containsKey(issue);
  }

  int count() {
    return issues.size();
  }

  String key(IssueId issue) {
    return issues.get(issue).key();
  }

  SortedSet<Budget> tags(IssueId issue) {
    return new TreeSet<>(issues.get(issue).tags());
  }

  Set<String> labels(IssueId issue) {
    return issues.get(issue).labels();
  }

  void hide(IssueId issue) {
    hidden.put(issue, issues.remove(issue));
  }

  void show(IssueId issue) {
    issues.put(issue, hidden.remove(issue));
  }

  void delete(IssueId issue) {
    issues.remove(issue);
  }

  void refuseWritesTo(IssueId issue) {
    readOnly.add(issue);
  }

  boolean isWritable(IssueId issue) {
    return !readOnly.contains(issue);
  }

  void listsAs(IssueId issue, Observation.Present old) {
    outdated.put(issue, old);
  }

  void syncNatively(IssueId issue) {
    nativelySynced.add(issue);
  }

  Observation look(IssueId id) {
    return issues.containsKey(id) ? present(id) : new Observation.Gone(id);
  }

  Observation.Present present(IssueId id) {
    Issue issue = issues.get(id);
    return new Observation.Present(id, issue.key(), new Snapshot(issue.tags(), issue.updated()));
  }

  List<Observation.Present> named(Collection<String> names) {
    return issues.keySet().stream()
        .filter(id -> names.contains(id.value()) || names.contains(issues.get(id).key()))
        .map(this::present)
        .toList();
  }

  /** By id. */
  List<IssueId> changedSince(Instant since) {
    return issues.keySet().stream()
        .filter(id -> !issues.get(id).updated().isBefore(since))
        .sorted(Comparator.comparing(IssueId::value))
        .toList();
  }

  /** Without its decisions. */
  Listed listed(IssueId id) {
    return new Listed(
        outdated.getOrDefault(id, present(id)),
        issues.get(id).hints(),
        nativelySynced.contains(id));
  }
}
