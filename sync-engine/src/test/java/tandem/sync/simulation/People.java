package tandem.sync.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;
import tandem.sync.model.Ruling;
import tandem.sync.model.Side;
import tandem.sync.replica.Change;

/** Who edited what, and what of the other side's edits its author had before the eyes. */
final class People {
  private final List<Edit> edits = new ArrayList<>();
  private final Map<Place, Edit> last = new HashMap<>();
  private final Map<Place, Edit> shown = new HashMap<>();
  private final Set<Integer> hit = new HashSet<>();
  private final Map<Integer, Found> found = new HashMap<>();

  /** What an author found there, and when. */
  private record Found(SortedSet<Budget> tags, Instant at) {}

  private final List<Ruled> ruled = new ArrayList<>();

  record Place(int pair, Side side) {}

  /**
   * What an edit wants.
   *
   * @param alone no other tag stands beside it
   */
  record Choice(Draw value, boolean alone) {}

  /**
   * @param number counts all edits of a play from 1
   * @param backToBase it brought back what both sides had agreed on, or added what may be agreed on
   *     by now beside another tag, which no three-way merge can tell from no edit at all
   * @param saw the last edit of the other side that its author is known to have seen; 0 for none
   */
  record Edit(int number, Place place, Choice choice, boolean backToBase, int saw) {
    Side side() {
      return place.side();
    }

    Draw value() {
      return choice.value();
    }

    /** Its author knew the other edit and replaced it. */
    boolean replaced(Edit other) {
      return other.side() == side() ? other.number() < number : other.number() <= saw;
    }
  }

  /** The last edit of the other side that this side is known to show. */
  int shown(int pair, Side side) {
    return Optional.ofNullable(shown.get(new Place(pair, side))).map(Edit::number).orElse(0);
  }

  Edit edit(Place place, Choice choice, boolean backToBase, int saw) {
    Edit edit = new Edit(edits.size() + 1, place, choice, backToBase, saw);
    edits.add(edit);
    last.put(place, edit);
    return edit;
  }

  /** What its author found there, and saw. */
  void found(Edit edit, SortedSet<Budget> tags, Instant now) {
    found.put(edit.number(), new Found(tags, now));
  }

  Instant madeAt(Edit edit) {
    return found.get(edit.number()).at();
  }

  /** What the author of the next edit of its side found there; empty where nobody came. */
  Optional<SortedSet<Budget>> next(Edit edit) {
    return edits.stream()
        .filter(it -> it.place().equals(edit.place()) && it.number() > edit.number())
        .findFirst()
        .map(it -> found.get(it.number()).tags());
  }

  /**
   * Tandem changed a side. Where the side holds just what the last edit of the other side wanted,
   * whoever edits here from now on has seen that edit.
   */
  void wrote(Place place, SortedSet<Budget> tags) {
    last(place.pair(), place.side().other())
        .filter(edit -> edit.choice().alone() && edit.value().tags().equals(tags))
        .ifPresentOrElse(edit -> shown.put(place, edit), () -> shown.remove(place));
  }

  /**
   * A write has its effect, or finds what it was to put there already.
   *
   * @param knowledge how many edits there were when the writer looked last, in the same turn
   */
  void struck(Place place, Change.Retag write, int knowledge) {
    last(place.pair(), place.side())
        .filter(edit -> edit.number() > knowledge && isHit(edit.choice(), write))
        .ifPresent(edit -> hit.add(edit.number()));
  }

  private static boolean isHit(Choice choice, Change.Retag write) {
    SortedSet<Budget> value = choice.value().tags();
    return (value.isEmpty() && !write.add().isEmpty())
        || value.stream().anyMatch(write.remove()::contains)
        || (!choice.alone() && value.stream().anyMatch(write.add()::contains));
  }

  /**
   * How things stood when an admin ruled.
   *
   * @param edits so many had been made
   * @param still no write was under way
   */
  record Moment(
      int pair, int edits, boolean still, SortedSet<Budget> left, SortedSet<Budget> right) {

    /** Nobody had edited a side without the ruling knowing it. */
    boolean isAsSeen(Ruling ruling) {
      return isAsSeen(ruling, Side.LEFT, left) && isAsSeen(ruling, Side.RIGHT, right);
    }

    private static boolean isAsSeen(Ruling ruling, Side side, SortedSet<Budget> tags) {
      return tags.equals(ruling.seen(side)) || tags.equals(ruling.value().tags());
    }
  }

  /** A ruling that an admin gave. */
  record Ruled(long id, Ruling ruling, Moment moment) {
    boolean isInformed() {
      return moment.still() && moment.isAsSeen(ruling);
    }

    SortedSet<Budget> tags() {
      return ruling.value().tags();
    }
  }

  void ruled(Ruled ruling) {
    ruled.add(ruling);
  }

  Optional<Ruled> lastRuling(int pair) {
    return ruled.stream()
        .filter(it -> it.moment().pair() == pair)
        .max(Comparator.comparingLong(Ruled::id));
  }

  /** The edits of a pair that were made after a ruling. */
  List<Edit> since(Ruled ruling) {
    return of(ruling.moment().pair()).stream()
        .filter(edit -> edit.number() > ruling.moment().edits())
        .toList();
  }

  int edits() {
    return edits.size();
  }

  /**
   * Nobody can tell it from no edit without the trackers' histories: it went back to the base, or
   * it chose the very tag that a write which was on its way just then took away, or put beside what
   * else the edit left there.
   */
  boolean isAmbiguous(Edit edit) {
    return edit.backToBase() || hit.contains(edit.number());
  }

  Optional<Edit> last(int pair, Side side) {
    return Optional.ofNullable(last.get(new Place(pair, side)));
  }

  /** Somebody chose this before, or ruled it; then adding it beside another tag is ambiguous. */
  boolean chose(int pair, Draw value) {
    return of(pair).stream().anyMatch(edit -> edit.value().equals(value))
        || ruled.stream()
            .anyMatch(it -> it.moment().pair() == pair && it.ruling().value().equals(value));
  }

  /** The edits of one pair, oldest first. */
  List<Edit> of(int pair) {
    return edits.stream().filter(edit -> edit.place().pair() == pair).toList();
  }
}
