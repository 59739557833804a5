package tandem.sandbox.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import tandem.sandbox.scenario.ScenarioFailed;
import tandem.sandbox.stage.Stage;
import tandem.sandbox.stage.Tracker;

/** Takes every measure on one stage. */
final class SizeRun {
  private static final int CHANGES = 100;
  private static final int DECISIONS = 30;
  private static final int EVENTS_PER_SECOND = 50;
  private static final int WEBHOOKS_PER_SECOND = 2_000;
  private static final int EDITS_BESIDE = 20;
  private static final Duration INTAKE = Duration.ofSeconds(10);
  private static final Duration MIRRORED = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Stage stage;
  private final BenchOptions options;
  private final LongSupplier nanos;
  private final Consumer<String> say;
  private final Arrivals arrivals;
  private final Typing typing;

  SizeRun(Stage stage, BenchOptions options, LongSupplier nanos, Consumer<String> say) {
    this.stage = stage;
    this.options = options;
    this.nanos = nanos;
    this.say = say;
    this.arrivals = new Arrivals(stage.trackers(), nanos);
    this.typing = new Typing(stage, arrivals);
  }

  Measured measure() throws InterruptedException {
    rest();
    var first = backfilled(Tally.of(stage.trackers()).calls());
    say.accept("first backfill: " + first);
    say.accept("calls until now: " + Operations.of(stage.trackers()));
    var change = change();
    say.accept("one change after the other: " + change);
    var decision = decisions();
    say.accept("one change of a decision after the other: " + decision);
    var again = againBackfilled();
    say.accept("backfill of unchanged pairs: " + again);
    var pace = pace();
    say.accept("at %d changes a second: %s".formatted(EVENTS_PER_SECOND, pace));
    var intake = intake();
    return new Measured(
        stage.pairs().size(), new Measured.Passes(first, again), change, decision, pace, intake);
  }

  private Measured.Backfill backfilled(long calls) throws InterruptedException {
    JsonNode state = stage.backfill();
    var time = Duration.between(moment(state, "startedAt"), moment(state, "finishedAt"));
    double each = calls / (double) stage.pairs().size();
    return new Measured.Backfill(time, each, stage.house().first().footprint().peakMiB());
  }

  private static Instant moment(JsonNode state, String field) {
    return Instant.parse(state.path(field).asText());
  }

  private Measured.Backfill againBackfilled() throws InterruptedException {
    long before = Tally.of(stage.trackers()).calls();
    var started = stage.patience().clock().instant();
    stage.startBackfill();
    wait("the second backfill", () -> stage.isBackfilledSince(started));
    rest();
    return backfilled(Tally.of(stage.trackers()).calls() - before);
  }

  private Measured.Change change() throws InterruptedException {
    var runs = new ArrayList<Tally>();
    for (int run = 0; run < options.runs(); run++) {
      var before = Tally.of(stage.trackers());
      for (int i = 0; i < CHANGES; i++) {
        var pair = typing.one();
        wait("a change of " + pair.jiraKey(), () -> stage.people().agree(pair));
      }
      rest();
      runs.add(Tally.of(stage.trackers()).since(before));
    }
    double calls = Median.of(runs, Tally::calls) / CHANGES;
    return new Measured.Change(calls, Median.of(runs, Tally::jiraPoints) / CHANGES);
  }

  /** Recorded in Jira, then rewritten once on each side; each when the step before is mirrored. */
  private Measured.Change decisions() throws InterruptedException {
    var deciders = stage.deciders();
    var first = stage.pairs().getLast();
    deciders.record(first, "The first words.");
    if (!stage.patience().until(() -> deciders.agree(first, "The first words."), MIRRORED)) {
      return Measured.Change.NOT_MIRRORED;
    }
    rest();
    var before = Tally.of(stage.trackers());
    var operations = Operations.of(stage.trackers());
    for (var pair : stage.pairs().subList(0, DECISIONS)) {
      deciders.record(pair, "Words in Jira.");
      wait("a decision", () -> deciders.agree(pair, "Words in Jira."));
      deciders.rewrite(pair, Tracker.LINEAR, "Words in Jira.", "Words in Linear.");
      wait("a rewritten document", () -> deciders.agree(pair, "Words in Linear."));
      deciders.rewrite(pair, Tracker.JIRA, "Words in Linear.", "The last words.");
      wait("a rewritten decision", () -> deciders.agree(pair, "The last words."));
    }
    rest();
    var used = Tally.of(stage.trackers()).since(before);
    say.accept("calls for decisions: " + Operations.of(stage.trackers()).since(operations));
    double changes = 3.0 * DECISIONS;
    return new Measured.Change(used.calls() / changes, used.jiraPoints() / changes);
  }

  private Measured.Pace pace() throws InterruptedException {
    typing.forTime(Duration.ofSeconds(options.seconds()), EVENTS_PER_SECOND);
    rest();
    arrivals.taken();
    var runs = new ArrayList<Measured.Pace>();
    for (int run = 0; run < options.runs(); run++) {
      runs.add(onePace());
    }
    return middle(runs);
  }

  private Measured.Pace onePace() throws InterruptedException {
    var before = Work.of(stage);
    int made = typing.forTime(Duration.ofSeconds(options.seconds()), EVENTS_PER_SECOND);
    rest();
    var work = Work.of(stage).since(before);
    var times = arrivals.taken();
    return new Measured.Pace(
        made,
        times.count(),
        times.at(50),
        times.at(99),
        work.app().dividedBy(made),
        work.database().dividedBy(made));
  }

  /** The run whose slowest are in the middle. */
  private static Measured.Pace middle(List<Measured.Pace> runs) {
    double most = Median.of(runs, run -> run.most().toNanos());
    return runs.stream()
        .filter(run -> run.most().toNanos() == (long) most)
        .findFirst()
        .orElseThrow();
  }

  private Intake.Result intake() throws InterruptedException {
    var node = stage.house().first().url();
    var runs = new ArrayList<Intake.Result>();
    for (int run = 0; run < options.runs() + 1; run++) {
      runs.add(oneIntake(node));
      say.accept(words(runs.getLast()));
      rest();
      arrivals.taken();
    }
    // The first one warms the machine up.
    runs.removeFirst();
    double most = Median.of(runs, run -> run.answered().at(99).toNanos());
    return runs.stream()
        .filter(run -> run.answered().at(99).toNanos() == (long) most)
        .findFirst()
        .orElseThrow();
  }

  private Intake.Result oneIntake(URI node) throws InterruptedException {
    int count = WEBHOOKS_PER_SECOND * (int) INTAKE.toSeconds();
    var requests = new Events(stage, node).of(1_000, count);
    var edits = Thread.ofVirtual().start(this::editBeside);
    var result = new Intake(node, nanos).offer(requests, WEBHOOKS_PER_SECOND, INTAKE);
    edits.join();
    return result;
  }

  private void editBeside() {
    try {
      typing.forTime(INTAKE, EDITS_BESIDE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String words(Intake.Result intake) {
    return "%.0f webhooks a second answered, %s median, %s at most for 99 %%, %d refused"
        .formatted(
            intake.perSecond(),
            Spread.millis(intake.answered().at(50)),
            Spread.millis(intake.answered().at(99)),
            intake.refused());
  }

  /** Until nothing is on its way: no call of the app for a second. */
  private void rest() throws InterruptedException {
    wait(
        "rest",
        () -> {
          long before = Tally.of(stage.trackers()).calls();
          try {
            stage.patience().pass(Duration.ofSeconds(1));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Tally.of(stage.trackers()).calls() == before;
        });
  }

  private void wait(String what, BooleanSupplier condition) throws InterruptedException {
    if (!stage.patience().until(condition, LONGEST)) {
      throw new ScenarioFailed("The bench waited in vain for " + what + ".");
    }
  }
}
