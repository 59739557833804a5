package tandem.sandbox.bench;

import java.time.Duration;
import java.util.Optional;
import tandem.sandbox.stage.Budgets;
import tandem.sandbox.stage.Pair;
import tandem.sandbox.stage.Stage;
import tandem.sandbox.stage.Tracker;

/** People who choose budgets at an even pace, in turn on each side and over all pairs. */
final class Typing {
  private final Stage stage;
  private final Arrivals arrivals;
  private int number;

  Typing(Stage stage, Arrivals arrivals) {
    this.stage = stage;
    this.arrivals = arrivals;
  }

  /** One edit, of a pair that is at rest. */
  Pair one() {
    var pairs = stage.pairs();
    var pair = pairs.get(number % pairs.size());
    var side = number % 2 == 0 ? Tracker.JIRA : Tracker.LINEAR;
    var other = Budgets.NAMES.get((number / pairs.size() + number) % Budgets.NAMES.size());
    number++;
    if (stage.people().shown(pair, side).contains(other)) {
      return one();
    }
    arrivals.await(pair, side);
    stage.people().choose(pair, side, Optional.of(other));
    return pair;
  }

  /**
   * Edits at a pace, whether the app keeps up or not.
   *
   * @return how many edits were made
   */
  int forTime(Duration time, double perSecond) throws InterruptedException {
    var clock = stage.patience().clock();
    var start = clock.instant();
    var pace = Duration.ofNanos((long) (1e9 / perSecond));
    int made = 0;
    for (var next = start; next.isBefore(start.plus(time)); next = next.plus(pace)) {
      stage.patience().pass(Duration.between(clock.instant(), next));
      one();
      made++;
    }
    return made;
  }
}
