package tandem.sync.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;

/**
 * The three-way merge of a text, paragraph by paragraph: rows T01 to T09. A paragraph that says the
 * same on both sides stays on each side as that side writes it.
 */
final class TextMerge {
  private final String where;
  private final Minutes minutes;
  private final boolean joins;
  private final Versions<List<Passage>> texts;
  private final Alignment left;
  private final Alignment right;
  private Optional<Taken> last = Optional.empty();
  private final Versions<List<Passage>> merged =
      new Versions<>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

  /** What only one side has made of the agreed paragraphs before {@code to}. */
  private record Taken(Side of, int to, boolean added, List<Passage> passages) {}

  private TextMerge(String where, Versions<List<Passage>> texts, Minutes minutes, boolean joins) {
    this.where = where;
    this.minutes = minutes;
    this.joins = joins;
    this.texts = texts;
    this.left = Alignment.of(texts.base(), texts.left());
    this.right = Alignment.of(texts.base(), texts.right());
  }

  /** What each side should hold, and the next base. */
  static Versions<List<Passage>> merge(
      String where, Versions<List<Passage>> texts, Minutes minutes) {
    return new TextMerge(where, texts, minutes, false).merge();
  }

  /** The same for a set: what both changed differently is kept twice, nothing is in it twice. */
  static Versions<List<Passage>> join(
      String where, Versions<List<Passage>> elements, Minutes minutes) {
    return new TextMerge(where, elements, minutes, true).merge().map(TextMerge::each);
  }

  private Versions<List<Passage>> merge() {
    List<Stretch> stretches = Stretch.of(left.hunks(), right.hunks());
    noteTheWhole(stretches);
    int agreed = 0;
    for (Stretch stretch : stretches) {
      keep(agreed, stretch.from());
      resolve(stretch);
      agreed = stretch.to();
    }
    keep(agreed, texts.base().size());
    return merged;
  }

  private void noteTheWhole(List<Stretch> stretches) {
    if (stretches.isEmpty()) {
      minutes.note(writtenAlike() ? DecisionRow.T01 : DecisionRow.T08);
    }
    if (!left.isExact() || !right.isExact()) {
      minutes.note(DecisionRow.T09);
    }
    if (stretches.stream().anyMatch(stretch -> stretch.isOnlyOf(Side.LEFT))
        && stretches.stream().anyMatch(stretch -> stretch.isOnlyOf(Side.RIGHT))) {
      minutes.note(DecisionRow.T04);
    }
  }

  private boolean writtenAlike() {
    return texts.left().equals(texts.right());
  }

  private void keep(int from, int to) {
    for (int i = from; i < to; i++) {
      merged.base().add(texts.base().get(i));
      merged.left().add(texts.left().get(left.match(i)));
      merged.right().add(texts.right().get(right.match(i)));
    }
  }

  private void resolve(Stretch stretch) {
    Versions<List<Passage>> held =
        new Versions<>(
            texts.base().subList(stretch.from(), stretch.to()),
            stretch.held(Side.LEFT, texts),
            stretch.held(Side.RIGHT, texts));
    if (stretch.isOnlyOf(Side.LEFT)) {
      takeOnce(stretch, Side.LEFT, held.left());
    } else if (stretch.isOnlyOf(Side.RIGHT)) {
      takeOnce(stretch, Side.RIGHT, held.right());
    } else {
      last = Optional.empty();
      bothChanged(held);
    }
  }

  /** What both added beside a paragraph that only one of them changed is in it once. */
  private void takeOnce(Stretch stretch, Side side, List<Passage> passages) {
    boolean added = stretch.from() == stretch.to();
    Optional<Taken> beside =
        last.filter(it -> it.of() != side && it.to() == stretch.from() && it.added() != added);
    int known = beside.map(it -> alike(it, passages)).orElse(0);
    if (known > 0) {
      minutes.note(DecisionRow.T03);
    }
    List<Passage> others = passages.subList(known, passages.size());
    last = Optional.of(new Taken(side, stretch.to(), added, others));
    take(DecisionRow.T02, others);
  }

  /** How many of the passages, from the first, the other side added in this very place. */
  private static int alike(Taken other, List<Passage> passages) {
    List<Passage> theirs = other.passages();
    int count = other.added() ? theirs.size() : passages.size();
    if (count > theirs.size() || count > passages.size()) {
      return 0;
    }
    List<Passage> end = theirs.subList(theirs.size() - count, theirs.size());
    return same(end, passages.subList(0, count)) ? count : 0;
  }

  private void bothChanged(Versions<List<Passage>> held) {
    if (same(held.left(), held.right())) {
      minutes.note(DecisionRow.T03);
      add(new Versions<>(held.left(), held.left(), held.right()));
    } else if (joins) {
      take(DecisionRow.D09, both(held.map(side -> withoutWhatIsOut(side, held))));
    } else if (held.left().isEmpty() || held.right().isEmpty()) {
      take(DecisionRow.T05, held.left().isEmpty() ? held.right() : held.left());
    } else if (held.base().isEmpty() && !texts.base().isEmpty()) {
      take(DecisionRow.T06, both(held));
    } else {
      minutes.note(DecisionRow.T07);
      Optional<Side> winner = minutes.decide(where, held);
      add(winner.map(held::of).map(Versions::all).orElse(held));
    }
  }

  private void take(DecisionRow row, List<Passage> passages) {
    minutes.note(row);
    add(Versions.all(passages));
  }

  private void add(Versions<List<Passage>> passages) {
    merged.base().addAll(passages.base());
    merged.left().addAll(passages.left());
    merged.right().addAll(passages.right());
  }

  /** In an order that does not depend on which side is called left; what both added, once. */
  private static List<Passage> both(Versions<List<Passage>> held) {
    Side first = Referee.firstByText(held.left(), held.right());
    List<Passage> one = held.of(first);
    return each(Stream.concat(one.stream(), held.of(first.other()).stream()).toList());
  }

  /** What was agreed on and one side took out, though the other changed what stands beside it. */
  private static List<Passage> withoutWhatIsOut(List<Passage> side, Versions<List<Passage>> held) {
    Versions<Set<String>> says =
        held.map(it -> it.stream().map(Passage::meaning).collect(Collectors.toSet()));
    return side.stream()
        .filter(it ->
            !says.base().contains(it.meaning())
                || (says.left().contains(it.meaning()) && says.right().contains(it.meaning())))
        .toList();
  }

  private static List<Passage> each(List<Passage> passages) {
    Map<String, Passage> each = new LinkedHashMap<>();
    passages.forEach(passage -> each.putIfAbsent(passage.meaning(), passage));
    return List.copyOf(each.values());
  }

  private static boolean same(List<Passage> one, List<Passage> other) {
    return one.size() == other.size()
        && Stream.iterate(0, i -> i < one.size(), i -> i + 1)
            .allMatch(i -> one.get(i).says(other.get(i)));
  }
}
