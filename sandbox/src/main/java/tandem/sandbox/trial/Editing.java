package tandem.sandbox.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import tandem.sandbox.stage.Budgets;
import tandem.sandbox.stage.Pair;
import tandem.sandbox.stage.Stage;
import tandem.sandbox.stage.Tracker;

/**
 * People who choose budgets on both sides, at an even pace, on pairs and sides that the seed says;
 * one edit in eight has an edit of the other side right behind it; and the crowd does what it does.
 */
final class Editing {
  private static final int ONE_IN = 8;

  private final Stage stage;
  private final RandomGenerator random;
  private final Crowd crowd;
  private final List<Edit> edits = new ArrayList<>();

  Editing(Stage stage, RandomGenerator random, Crowd crowd) {
    this.stage = stage;
    this.random = random;
    this.crowd = crowd;
  }

  /**
   * Edits until there are so many edits.
   *
   * @param beforeEach is told how many there are
   */
  List<Edit> make(int count, double perSecond, IntConsumer beforeEach) throws InterruptedException {
    var pace = Duration.ofNanos((long) (1e9 / perSecond));
    var next = stage.patience().clock().instant();
    while (edits.size() < count) {
      beforeEach.accept(edits.size());
      var pair = stage.pairs().get(random.nextInt(stage.pairs().size()));
      var side = random.nextBoolean() ? Tracker.JIRA : Tracker.LINEAR;
      edit(pair, side);
      if (random.nextInt(ONE_IN) == 0) {
        edit(pair, side.other());
      }
      crowd.act();
      next = next.plus(pace);
      stage.patience().pass(Duration.between(stage.patience().clock().instant(), next));
    }
    return edits;
  }

  private void edit(Pair pair, Tracker side) {
    var chosen = otherThan(stage.people().shown(pair, side));
    var at = stage.patience().clock().instant();
    var before = stage.people().choose(pair, side, chosen);
    var value = new TreeSet<String>(chosen.stream().toList());
    if (!before.equals(value)) {
      edits.add(new Edit(at, pair, side, before, value));
    }
  }

  /** Mostly a budget, sometimes none. */
  private Optional<String> otherThan(SortedSet<String> shown) {
    while (true) {
      int index = random.nextInt(Budgets.NAMES.size() + 1);
      Optional<String> chosen =
          index == 0 ? Optional.empty() : Optional.of(Budgets.NAMES.get(index - 1));
      if (!shown.equals(new TreeSet<>(chosen.stream().toList()))) {
        return chosen;
      }
    }
  }
}
