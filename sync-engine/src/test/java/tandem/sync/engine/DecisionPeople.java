package tandem.sync.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import tandem.sync.document.DecisionJson;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;

/**
 * Those who edit decisions on either side. Each word that they write is a new one, so who replaced
 * what, and knew what, is known of every edit.
 */
final class DecisionPeople {
  static final DecisionId FIRST = new DecisionId("d-1");

  /** So few that no brake is pulled (H01, H02). */
  private static final int MOST_DELETED = 2;

  private static final int MOST_BEGUN = 3;

  private final World world;
  private final Pair pair;
  private final List<Edit> edits = new ArrayList<>();
  private final List<DecisionId> ids = new ArrayList<>();
  private final List<Deletion> deletions = new ArrayList<>();

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

  /**
   * A person deleted a decision.
   *
   * @param edits how many edits there were
   * @param text what stood there, all of it before the person's eyes
   * @param elsewhere what stood on the other side then
   * @param inDoubt made in the middle of a turn, or while a write to this side had no answer
   */
  record Deletion(DecisionId decision, int edits, String text, String elsewhere, boolean inDoubt) {
    boolean isAfter(int edit) {
      return edit < edits;
    }

    /** The other side had not got it yet; of a word that was taken out nobody can tell. */
    boolean hadAlone(Edit edit) {
      return elsewhere.isEmpty() || edit.after().isEmpty() || !edit.isIn(elsewhere);
    }

    boolean knew(Edit edit) {
      return edit.spot().decision().equals(decision) && edit.isIn(text);
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
  Decision draft(DecisionId id, Side side) {
    Decision blank = Decision.blank(id).withTitle(Passage.plain(title(id)));
    String first = add(new Spot(id, new DecisionPlace.Between("one", "two")), side);
    String second = add(new Spot(id, new DecisionPlace.Between("two", "three")), side);
    ids.add(id);
    return DecisionPlace.draft(blank, first, second);
  }

  private String add(Spot spot, Side side) {
    String word = newWord();
    edits.add(new Edit(spot, side, "", word, false, false));
    return word;
  }

  private String newWord() {
    return "v" + edits.size() + "x";
  }

  /** Somebody records a decision that was not there; in the right its document's name is its id. */
  Optional<DecisionId> begin(Side side) {
    if (ids.size() > MOST_BEGUN) {
      return Optional.empty();
    }
    world.advance(Duration.ofMillis(5));
    IssueId issue = pair.issue(side);
    DecisionId id =
        side == Side.LEFT
            ? new DecisionId("d-" + (ids.size() + 1))
            : world.right.begin(issue, "Title.");
    world.tracker(side).edit(issue, draft(id, side));
    return Optional.of(id);
  }

  /** Somebody deletes one that stands on a side. */
  Optional<Deletion> delete(Side side, SplittableRandom chance, boolean inAWindow) {
    List<DecisionId> standing = standing(side);
    if (standing.isEmpty() || deletions.size() == MOST_DELETED) {
      return Optional.empty();
    }
    world.advance(Duration.ofMillis(5));
    DecisionId id = standing.get(chance.nextInt(standing.size()));
    String text = DecisionJson.write(held(side, id).orElseThrow());
    String elsewhere = held(side.other(), id).map(DecisionJson::write).orElse("");
    boolean inDoubt = hasUnanswered(side, id) || inAWindow;
    var deletion = new Deletion(id, edits.size(), text, elsewhere, inDoubt);
    deletions.add(deletion);
    world.tracker(side).remove(pair.issue(side), id);
    return Optional.of(deletion);
  }

  private List<DecisionId> standing(Side side) {
    return ids.stream().filter(id -> held(side, id).isPresent()).toList();
  }

  /** Somebody edits something on a side. */
  Optional<Edit> edit(Side side, SplittableRandom chance, boolean inAWindow) {
    List<DecisionId> standing = standing(side);
    if (standing.isEmpty()) {
      return Optional.empty();
    }
    world.advance(Duration.ofMillis(5));
    DecisionId id =
        standing.size() == 1 ? standing.getFirst() : standing.get(chance.nextInt(standing.size()));
    Decision held = held(side, id).orElseThrow();
    DecisionPlace place = DecisionPlace.ALL.get(chance.nextInt(DecisionPlace.ALL.size()));
    List<String> words = new ArrayList<>(place.words(held));
    boolean takesOut = place.isText() && words.size() == 1 && chance.nextInt(4) == 0;
    int at = words.isEmpty() ? 0 : chance.nextInt(words.size());
    String before = words.isEmpty() ? "" : words.remove(at);
    String after = takesOut ? "" : newWord();
    if (!takesOut) {
      words.add(at, after);
    }
    Spot spot = new Spot(id, place);
    Edit edit = new Edit(spot, side, before, after, hasUnanswered(side, id), inAWindow);
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

  /** All decisions that were ever there. */
  List<DecisionId> ids() {
    return ids;
  }

  List<Deletion> deletions() {
    return deletions;
  }

  /** All edits so far, the first words among them. */
  List<Edit> edits() {
    return edits;
  }
}
