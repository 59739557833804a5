package tandem.sandbox.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import tandem.sandbox.stage.Stage;

/** Plays one row on a stage: people edit while it goes wrong, then quiet, then judgement. */
final class FaultRun {
  private static final Duration LONGEST_HEALING = Duration.ofMinutes(6);
  private static final Duration BETWEEN_STRIKES = Duration.ofSeconds(20);
  private static final Duration STILL = Duration.ofSeconds(5);

  private final Stage stage;
  private final RandomGenerator random;
  private final double perSecond;
  private final Consumer<String> say;

  FaultRun(Stage stage, RandomGenerator random, double perSecond, Consumer<String> say) {
    this.stage = stage;
    this.random = random;
    this.perSecond = perSecond;
    this.say = say;
  }

  Verdict play(FaultRow row, int count) throws InterruptedException {
    say.accept("%s: %s".formatted(row.id(), row.name()));
    var before = Census.of(stage);
    var start = stage.patience().clock().instant();
    long calls = stage.trackers().appCalls();
    var restarts = new Restarts(stage.house().supervisor());
    stage.trackers().set(row.jira(), row.linear());
    var edits = new Editing(stage, random).make(count, pace(row, count), strikes(row, count));
    stage.trackers().calm();
    var healed = healing();
    var records = Records.since(start, stage);
    if (row.losesState()) {
      stage.loseEverything(say);
      healed = healing();
    }
    var judge = new Judge(stage.people()::shown, records);
    return new Verdict(
        row,
        edits.size(),
        stage.trackers().appCalls() - calls,
        healed,
        judge.complaints(edits),
        Census.of(stage).apartFrom(before),
        records.conflicts().size(),
        judge.unexplained(edits),
        records.setAside(),
        restarts.sinceThen());
  }

  /** Slower where something is killed, so that it is up again before the next blow. */
  private double pace(FaultRow row, int count) {
    long longest = row.kills().size() * BETWEEN_STRIKES.toSeconds();
    return longest == 0 ? perSecond : Math.min(perSecond, count / (double) longest);
  }

  private IntConsumer strikes(FaultRow row, int count) {
    var striker = new Striker(stage, row.kills(), random, count);
    return striker::before;
  }

  private Optional<Duration> healing() throws InterruptedException {
    Instant calm = stage.patience().clock().instant();
    if (!stage.patience().until(this::allAgree, LONGEST_HEALING)) {
      return Optional.empty();
    }
    var healed = Duration.between(calm, stage.patience().clock().instant());
    stage.patience().pass(STILL);
    return allAgree() ? Optional.of(healed) : Optional.empty();
  }

  private boolean allAgree() {
    return List.copyOf(stage.pairs()).stream().allMatch(stage.people()::agree);
  }
}
