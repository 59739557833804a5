package tandem.sandbox.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tandem.sandbox.stage.Beginners;
import tandem.sandbox.stage.Pair;
import tandem.sandbox.stage.Stage;
import tandem.sandbox.stage.Tracker;

/**
 * People who record decisions that were not there, each on a pair and a side that the seed says.
 */
final class Beginning {
  private record Begun(Pair pair, Tracker side, String name) {}

  private final Stage stage;
  private final RandomGenerator random;
  private final Beginners beginners;
  private final List<Begun> begun = new ArrayList<>();
  private int names;

  Beginning(Stage stage, RandomGenerator random) {
    this.stage = stage;
    this.random = random;
    this.beginners = stage.beginners();
  }

  /** Another row begins. */
  void forget() {
    begun.clear();
  }

  void begin() {
    var pair = stage.pairs().get(random.nextInt(stage.pairs().size()));
    var side = random.nextBoolean() ? Tracker.JIRA : Tracker.LINEAR;
    var decision = new Begun(pair, side, "begun-%06d".formatted(++names));
    beginners.decide(pair, side, decision.name());
    begun.add(decision);
  }

  int count() {
    return begun.size();
  }

  boolean allAgree() {
    return begun.stream().allMatch(this::isOnceOnEachSide);
  }

  private boolean isOnceOnEachSide(Begun each) {
    return on(each, Tracker.JIRA) == 1 && on(each, Tracker.LINEAR) == 1;
  }

  private long on(Begun each, Tracker side) {
    return beginners.decisions(each.pair(), side, each.name());
  }

  /** Those that are not once on each side, a sentence each. */
  List<String> complaints() {
    return begun.stream().filter(each -> !isOnceOnEachSide(each)).map(this::complaint).toList();
  }

  private String complaint(Begun each) {
    return "%s is %d times in Jira and %d times in Linear"
        .formatted(each, on(each, Tracker.JIRA), on(each, Tracker.LINEAR));
  }
}
