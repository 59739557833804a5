package tandem.sandbox.bench;

import java.time.Duration;
import tandem.sandbox.stage.Stage;

/** Processor time that the app and its database used so far. */
record Work(Duration app, Duration database) {
  static Work of(Stage stage) {
    return new Work(stage.house().first().footprint().cpu(), stage.house().database().cpu());
  }

  Work since(Work before) {
    return new Work(app.minus(before.app), database.minus(before.database));
  }
}
