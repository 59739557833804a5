package tandem.sandbox.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tandem.sandbox.http.Json;
import tandem.sandbox.stage.Deciders;
import tandem.sandbox.stage.Stage;
import tandem.sandbox.stage.Tracker;

/**
 * The events of a row that were lost on their way. An edit of a decision between the app's look and
 * the effect of its write is known of by events only (docs/reconcile.md, known limits): in Linear
 * by that of the write, which tells what it replaced; in Jira by its own and that of the write.
 */
final class Losses {
  /** Longer than a look and the write after it are apart, and their events behind them. */
  static final Duration A_MOMENT = Duration.ofSeconds(2);

  private final List<Loss> losses = new ArrayList<>();

  /** An event's body. */
  record Loss(Instant at, Tracker side, String body) {}

  /** Listens to a stage's trackers from now on. */
  static Losses of(Stage stage) {
    var losses = new Losses();
    var clock = stage.patience().clock();
    stage
        .trackers()
        .tellOfLosses((side, body) -> losses.add(new Loss(clock.instant(), side, body)));
    return losses;
  }

  synchronized void add(Loss loss) {
    losses.add(loss);
  }

  /** Another row begins. */
  synchronized void forget() {
    losses.clear();
  }

  /** Without a lost event the app would know that a write of its own replaced this edit. */
  synchronized boolean wouldTellOf(Edit edit) {
    return losses.stream()
        .filter(loss -> loss.side() == edit.side())
        .anyMatch(loss ->
            switch (edit.side()) {
              case LINEAR -> replaced(loss).containsAll(edit.value());
              case JIRA -> Deciders.isAbout(edit.pair(), loss.body()) && isRightAfter(loss, edit);
            });
  }

  private static List<String> replaced(Loss loss) {
    var before = Json.parse(loss.body().getBytes(UTF_8));
    return List.copyOf(Deciders.words(before.path("updatedFrom").toString()));
  }

  private static boolean isRightAfter(Loss loss, Edit edit) {
    return !loss.at().isBefore(edit.at()) && loss.at().isBefore(edit.at().plus(A_MOMENT));
  }
}
