package tandem.sandbox.trial;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import tandem.sandbox.stage.Pair;
import tandem.sandbox.stage.Tracker;

/**
 * Accounts for every edit when all is quiet. A pair may lose an edit only to a concurrent one, that
 * is to one whose author did not see it; and then its value stands in a receipt or a conflict.
 */
final class Judge {
  private final BiFunction<Pair, Tracker, SortedSet<String>> shown;
  private final Account records;
  private final List<String> complaints = new ArrayList<>();
  private final Set<Edit> untold = new HashSet<>();

  /**
   * @param shown what each side of a pair shows now
   */
  Judge(BiFunction<Pair, Tracker, SortedSet<String>> shown, Account records) {
    this.shown = shown;
    this.records = records;
  }

  /** What is wrong, a sentence each; empty when every edit is accounted for, or {@link #untold}. */
  List<String> complaints(List<Edit> edits) {
    byPair(edits).forEach(this::judge);
    return complaints;
  }

  Verdict.Lost lost(List<Edit> edits) {
    return new Verdict.Lost(complaints(edits), untold());
  }

  /** Edits that are gone without a trace since nothing ever told the app of them. */
  int untold() {
    return untold.size();
  }

  private static Map<Pair, List<Edit>> byPair(List<Edit> edits) {
    return edits.stream().collect(Collectors.groupingBy(Edit::pair));
  }

  private void judge(Pair pair, List<Edit> edits) {
    for (var side : Tracker.values()) {
      accountForEach(edits.stream().filter(edit -> edit.side() == side).toList());
    }
    judgeEnd(pair, edits);
  }

  /** Each edit was still there when the next person of its side came, or the app says why not. */
  private void accountForEach(List<Edit> ofOneSide) {
    for (int i = 0; i < ofOneSide.size(); i++) {
      var edit = ofOneSide.get(i);
      var later =
          i + 1 < ofOneSide.size()
              ? ofOneSide.get(i + 1).before()
              : shown.apply(edit.pair(), edit.side());
      if (stillShows(later, edit.value()) || records.accountFor(edit)) {
        continue;
      }
      if (records.isUntold(edit)) {
        untold.add(edit);
      } else {
        complaints.add("lost without a trace: %s; %s stood there".formatted(edit, later));
      }
    }
  }

  /** Beside another budget it is still there: who came next saw both. */
  private static boolean stillShows(SortedSet<String> later, SortedSet<String> value) {
    return value.isEmpty() ? later.isEmpty() : later.containsAll(value);
  }

  /** What stands in the end is what somebody chose last, knowing of the other side or not. */
  private void judgeEnd(Pair pair, List<Edit> edits) {
    var last = new EnumMap<Tracker, Edit>(Tracker.class);
    edits.forEach(edit -> last.put(edit.side(), edit));
    var newest = edits.getLast();
    var stands = shown.apply(pair, newest.side());
    var other = Optional.ofNullable(last.get(newest.side().other()));
    boolean knew = other.isEmpty() || records.mirrored(other.get(), newest);
    boolean mayStand =
        untold.contains(newest)
            ? edits.stream().anyMatch(edit -> edit.value().equals(stands))
            : !knew && isValueOf(other, stands);
    if (!stands.equals(newest.value()) && !mayStand) {
      complaints.add("%s stands, but last was %s after %s".formatted(stands, newest, other));
    }
  }

  private static boolean isValueOf(Optional<Edit> edit, SortedSet<String> stands) {
    return edit.filter(each -> each.value().equals(stands)).isPresent();
  }

  /** Conflicts of pairs whose people never edited past each other. */
  List<String> unexplained(List<Edit> edits) {
    var concurrent =
        byPair(edits).entrySet().stream()
            .filter(entry -> somePassedEachOther(entry.getValue()))
            .map(entry -> entry.getKey().jiraKey())
            .collect(Collectors.toSet());
    return records.conflicted().stream()
        .filter(clash -> !concurrent.contains(clash.jiraKey()))
        .map(Account.Clash::toString)
        .toList();
  }

  private boolean somePassedEachOther(List<Edit> edits) {
    var last = new EnumMap<Tracker, Edit>(Tracker.class);
    for (var edit : edits) {
      var other = last.get(edit.side().other());
      if (other != null && !records.mirrored(other, edit)) {
        return true;
      }
      last.put(edit.side(), edit);
    }
    return false;
  }
}
