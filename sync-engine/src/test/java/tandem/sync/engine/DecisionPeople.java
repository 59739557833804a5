package tandem.sync.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;

/**
 * Those who edit decisions on either side. Each word that they write is a new one, so who replaced
 * what, and knew what, is known of every edit.
 */
final class DecisionPeople {
  static final DecisionId FIRST = new DecisionId("d-1");

  private final World world;
  private final Pair pair;
  private final List<Edit> edits = new ArrayList<>();

  /**
   * A person replaced a word by another one, or took it out.
   *
   * @param before what was replaced; empty where the word was added
   * @param after empty where the word was taken out
   * @param inTheDark a write to this side had no answer then, so nobody can tell later whether it
   *     was made in its knowledge (docs/reconcile.md, known limits)
   * @param inAWindow made in the middle of a turn, so that a write of it may replace it unseen
   */
  record Edit(
      Spot spot, Side side, String before, String after, boolean inTheDark, boolean inAWindow) {

    /** Replaced by the other one. */
    boolean isUnder(Edit later) {
      return !after.isEmpty() && spot.equals(later.spot) && later.before.equals(after);
    }

    /** A text of its decision shows it. */
    boolean isIn(String text) {
      return after.isEmpty()
          ? text.contains(title(spot.decision)) && !text.contains(before)
          : text.contains(after);
    }
  }

  /** A place of a decision. */
  record Spot(DecisionId decision, DecisionPlace place) {}

  DecisionPeople(World world, Pair pair) {
    this.world = world;
    this.pair = pair;
  }

  static String title(DecisionId id) {
    return "Title of " + id.value() + ".";
  }

  /** A decision that begins with two words, as if somebody had edited them. */
  Decision draft(DecisionId id) {
    Decision blank = Decision.blank(id).withTitle(Passage.plain(title(id)));
    String first = add(new Spot(id, new DecisionPlace.Between("one", "two")));
    String second = add(new Spot(id, new DecisionPlace.Between("two", "three")));
    return DecisionPlace.draft(blank, first, second);
  }

  private String add(Spot spot) {
    String word = newWord();
    edits.add(new Edit(spot, Side.LEFT, "", word, false, false));
    return word;
  }

  private String newWord() {
    return "v" + edits.size() + "x";
  }

  /** Somebody edits something on a side. */
  Optional<Edit> edit(Side side, SplittableRandom chance, boolean inAWindow) {
    world.advance(Duration.ofMillis(5));
    Decision held = held(side, FIRST).orElseThrow();
    DecisionPlace place = DecisionPlace.ALL.get(chance.nextInt(DecisionPlace.ALL.size()));
    List<String> words = new ArrayList<>(place.words(held));
    boolean takesOut = place.isText() && words.size() == 1 && chance.nextInt(4) == 0;
    int at = words.isEmpty() ? 0 : chance.nextInt(words.size());
    String before = words.isEmpty() ? "" : words.remove(at);
    String after = takesOut ? "" : newWord();
    if (!takesOut) {
      words.add(at, after);
    }
    Spot spot = new Spot(FIRST, place);
    Edit edit = new Edit(spot, side, before, after, hasUnanswered(side, FIRST), inAWindow);
    edits.add(edit);
    world.tracker(side).edit(pair.issue(side), place.holding(words, held));
    return Optional.of(edit);
  }

  private boolean hasUnanswered(Side side, DecisionId id) {
    return world.links.decisions().find(world.link(pair)).of(id).intents().stream()
        .anyMatch(intent -> intent.side() == side && !intent.answered());
  }

  /** What a side holds of a decision. */
  Optional<Decision> held(Side side, DecisionId id) {
    return world.tracker(side).held(pair.issue(side), id).map(DecisionPeople::legible);
  }

  private static Decision legible(Held held) {
    return ((Held.Legible) held).decision();
  }

  /** All edits so far, the first words among them. */
  List<Edit> edits() {
    return edits;
  }
}
