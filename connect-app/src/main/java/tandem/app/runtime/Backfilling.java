package tandem.app.runtime;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.stereotype.Component;
import tandem.app.admin.Backfills;

/**
 * Looks every few seconds, on one node at a time, for full passes that nobody works on: one that
 * waited long enough, or whose node was killed.
 */
@Component
class Backfilling {
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Backfills backfills;

  Backfilling(Backfills backfills) {
    this.backfills = backfills;
  }

  RecurringTask<Void> task() {
    return Tasks.recurring("backfills", FixedDelay.of(LOOK))
        .execute((instance, context) -> backfills.goOn());
  }
}
