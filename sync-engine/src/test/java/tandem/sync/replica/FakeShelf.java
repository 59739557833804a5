package tandem.sync.replica;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tandem.sync.document.DecisionJson;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionLog;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.model.Original;
import tandem.sync.model.Passage;

/** The decisions of a tracker in memory. */
final class FakeShelf {
  private static final String OWN = "own-";

  private final FakeTracker.Shelf kind;
  private final Map<IssueId, Map<String, Entry>> issues = new HashMap<>();
  private int begun;

  private record Entry(String text, Instant at) {}

  FakeShelf(FakeTracker.Shelf kind) {
    this.kind = kind;
  }

  DecisionLog log(IssueId issue, Set<DecisionId> known) {
    SortedMap<DecisionId, Held> log = new TreeMap<>();
    entries(issue)
        .keySet()
        .forEach(ref -> {
          DecisionId id = id(issue, ref, known);
          log.put(id, held(issue, ref, id).orElseThrow());
        });
    return new DecisionLog(log);
  }

  Observation with(Observation seen, Set<DecisionId> known) {
    return switch (seen) {
      case Observation.Gone gone -> gone;
      case Observation.Present(var id, var key, var snapshot, var none) ->
          new Observation.Present(id, key, snapshot, Optional.of(log(id, known)));
    };
  }

  /** Whoever knows no id reads properties right all the same; of documents only that none is. */
  Listed with(Listed seen) {
    DecisionLog log = log(seen.issue().issue(), Set.of());
    boolean certain = log.decisions().isEmpty() && kind == FakeTracker.Shelf.DOCUMENTS;
    return certain
        ? new Listed(seen.issue().with(log), seen.twinHints(), seen.nativelySynced())
        : seen;
  }

  /** A tracker's own name says the decision's id only where it was given by us or is known. */
  private DecisionId id(IssueId issue, String ref, Set<DecisionId> known) {
    return switch (kind) {
      case PROPERTIES -> new DecisionId(ref.substring(ref.lastIndexOf('.') + 1));
      case DOCUMENTS ->
          known.stream()
              .filter(id -> derived(issue, id).equals(ref))
              .findFirst()
              .orElseGet(() -> new DecisionId(ref));
    };
  }

  /** Where a decision stands, or would be put. */
  String ref(IssueId issue, DecisionId id) {
    boolean own = kind == FakeTracker.Shelf.DOCUMENTS && id.value().startsWith(OWN);
    return own ? id.value() : derived(issue, id);
  }

  private String derived(IssueId issue, DecisionId id) {
    return switch (kind) {
      case PROPERTIES -> "tandem.decision." + id.value();
      case DOCUMENTS -> "derived-" + issue.value() + "-" + id.value();
    };
  }

  Optional<Held> held(IssueId issue, String ref, DecisionId id) {
    return Optional.ofNullable(entries(issue).get(ref))
        .map(entry -> read(id, original(ref, entry)));
  }

  static Held read(DecisionId id, Original original) {
    return switch (DecisionJson.read(id, original.text())) {
      case DecisionJson.Read read -> new Held.Legible(read.decision(), original);
      case DecisionJson.Refused refused -> new Held.Illegible(original, refused.why());
    };
  }

  private Original original(String ref, Entry entry) {
    return switch (kind) {
      case PROPERTIES -> new Original(ref, entry.text(), Optional.empty());
      case DOCUMENTS -> new Original(ref, entry.text(), Optional.of(entry.at()));
    };
  }

  /** A new document gets a name of its own. */
  DecisionId begin(IssueId issue, String title, Instant at) {
    DecisionId id = new DecisionId(OWN + issue.value() + "-" + ++begun);
    Decision blank = Decision.blank(id);
    put(issue, id.value(), DecisionJson.write(blank.withTitle(Passage.plain(title))), at);
    return id;
  }

  /** False where it stood there just so. */
  boolean put(IssueId issue, String ref, String text, Instant at) {
    Entry known = entries(issue).get(ref);
    if (known != null && known.text().equals(text)) {
      return false;
    }
    entries(issue).put(ref, new Entry(text, at));
    return true;
  }

  boolean remove(IssueId issue, String ref) {
    return entries(issue).remove(ref) != null;
  }

  Optional<IssueId> issueOf(String ref) {
    return issues.entrySet().stream()
        .filter(it -> it.getValue().containsKey(ref))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  List<ListedDecision> writtenSince(Instant since) {
    return issues.entrySet().stream()
        .flatMap(issue ->
            issue.getValue().entrySet().stream()
                .filter(entry -> !entry.getValue().at().isBefore(since))
                .map(entry -> listed(issue.getKey(), entry.getKey(), entry.getValue())))
        .toList();
  }

  private static ListedDecision listed(IssueId issue, String ref, Entry entry) {
    return new ListedDecision(issue, ref, Optional.of(entry.at()), true, true);
  }

  private Map<String, Entry> entries(IssueId issue) {
    return issues.computeIfAbsent(issue, none -> new LinkedHashMap<>());
  }
}
