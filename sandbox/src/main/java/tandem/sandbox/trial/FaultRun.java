package tandem.sandbox.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tandem.sandbox.stage.Stage;

/** Plays one row on a stage: people edit while it goes wrong, then quiet, then judgement. */
final class FaultRun {
  private static final Duration LONGEST_HEALING = Duration.ofMinutes(20);

  /** A twin is made by the sweep, when its issue is two minutes old. */
  private static final Duration LONGEST_MAKING = Duration.ofMinutes(6);

  private static final Duration LONGEST_REST = Duration.ofMinutes(5);
  private static final Duration BETWEEN_STRIKES = Duration.ofSeconds(20);
  private static final Duration STILL = Duration.ofSeconds(5);

  private final Stage stage;
  private final RandomGenerator random;
  private final double perSecond;
  private final Consumer<String> say;
  private final Crowd crowd;
  private final Ambush ambush;
  private final Losses losses;

  FaultRun(Stage stage, RandomGenerator random, double perSecond, Consumer<String> say) {
    this.stage = stage;
    this.random = random;
    this.perSecond = perSecond;
    this.say = say;
    this.crowd = new Crowd(stage, random);
    this.ambush = new Ambush(stage);
    this.losses = Losses.of(stage);
  }

  Verdict play(FaultRow row, int count) throws InterruptedException {
    say.accept("%s: %s".formatted(row.id(), row.name()));
    crowd.gather();
    losses.forget();
    awaitRest();
    stage.createTwins(row.makesIssues() ? "linear" : "none");
    var before = Census.of(stage);
    var start = stage.patience().clock().instant();
    long calls = stage.trackers().appCalls();
    var restarts = new Restarts(stage.house().supervisor());
    var edits = whileItGoesWrong(row, count);
    var healed = healing();
    var records = Records.since(start, stage);
    var decisions = DecisionRecords.since(start, stage, losses);
    if (row.losesState()) {
      stage.loseEverything(say);
      healed = healing();
    }
    var budgets = new Judge(stage.people()::shown, records);
    return new Verdict(
        row,
        crowd.edits(edits.size()),
        stage.trackers().appCalls() - calls,
        healed,
        budgets.lost(edits).plus(crowd.lost(decisions)),
        things(before),
        new Verdict.Disputes(
            records.conflicts().size() + decisions.conflicts().size(),
            decisions.inDoubt(),
            both(budgets.unexplained(edits), crowd.unexplained(decisions))),
        records.setAside(),
        restarts.sinceThen());
  }

  /** The trackers may agree by chance on what the app has not heard of: a row begins with none. */
  private void awaitRest() throws InterruptedException {
    var quiet = stage.patience().clock().instant();
    stage.startSweep();
    if (!stage.patience().until(() -> stage.isAtRestSince(quiet), LONGEST_REST)) {
      throw new IllegalStateException("the app has not come to rest before anything goes wrong");
    }
  }

  /** Nothing goes wrong any more when this returns. */
  private List<Edit> whileItGoesWrong(FaultRow row, int count) throws InterruptedException {
    stage.trackers().set(row.jira(), row.linear());
    ambush.lie(row.ambushes());
    crowd.makeIssues(row.issues());
    var edits =
        new Editing(stage, random, crowd).make(count, pace(row, count), strikes(row, count));
    if (row.makesIssues() && !stage.patience().until(crowd::allHaveTwins, LONGEST_MAKING)) {
      say.accept("  not all of the new issues have twins while it goes wrong");
    }
    ambush.lie(0);
    stage.trackers().calm();
    return edits;
  }

  private Verdict.Things things(Census before) {
    var wanted = crowd.after(before);
    var now = Census.of(stage);
    return new Verdict.Things(now.beyond(wanted), wanted.beyond(now));
  }

  private static List<String> both(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
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
    return crowd.allAgree() && List.copyOf(stage.pairs()).stream().allMatch(stage.people()::agree);
  }
}
