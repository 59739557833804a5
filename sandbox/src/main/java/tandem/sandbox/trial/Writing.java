package tandem.sandbox.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import tandem.sandbox.stage.Deciders;
import tandem.sandbox.stage.Pair;
import tandem.sandbox.stage.Stage;
import tandem.sandbox.stage.Tracker;

/**
 * People who rewrite decisions: one decision on each of some pairs, in which they put another word
 * in the place of the one that stands there. No word is ever written twice.
 */
final class Writing {
  private static final int PAIRS = 20;
  private static final Duration MIRRORED = Duration.ofMinutes(2);

  private final Stage stage;
  private final RandomGenerator random;
  private final Deciders deciders;
  private final List<Edit> edits = new ArrayList<>();
  private int words;

  Writing(Stage stage, RandomGenerator random) {
    this.stage = stage;
    this.random = random;
    this.deciders = stage.deciders();
  }

  /** Records the decisions, where that was not done, and waits until both sides have them. */
  void begin() throws InterruptedException {
    for (Pair pair : pairs()) {
      if (deciders.shown(pair, Tracker.JIRA).isEmpty()) {
        deciders.record(pair, "It is %s here.".formatted(nextWord()));
      }
    }
    if (!stage.patience().until(this::allAgree, MIRRORED)) {
      throw new IllegalStateException("decisions are not mirrored before anything goes wrong");
    }
  }

  /** Another set of edits begins. */
  void forget() {
    edits.clear();
  }

  /** A pair and a side that the random decides. */
  void edit() {
    var pairs = pairs();
    var side = random.nextBoolean() ? Tracker.JIRA : Tracker.LINEAR;
    edit(pairs.get(random.nextInt(pairs.size())), side);
  }

  private void edit(Pair pair, Tracker side) {
    var word = nextWord();
    var at = stage.patience().clock().instant();
    var before = deciders.choose(pair, side, word);
    if (!before.isEmpty()) {
      edits.add(new Edit(at, pair, side, before, new TreeSet<>(List.of(word))));
    }
  }

  private String nextWord() {
    return Deciders.word(++words);
  }

  boolean allAgree() {
    return pairs().stream().allMatch(deciders::agree);
  }

  List<Edit> edits() {
    return List.copyOf(edits);
  }

  Judge judge(DecisionRecords records) {
    return new Judge(deciders::shown, records);
  }

  private List<Pair> pairs() {
    return stage.pairs().subList(0, Math.min(PAIRS, stage.pairs().size()));
  }
}
