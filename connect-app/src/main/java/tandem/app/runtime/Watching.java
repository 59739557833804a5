package tandem.app.runtime;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.stereotype.Component;
import tandem.app.admin.Webhooks;

/** Looks after Linear's webhooks every ten minutes, on one node. */
@Component
class Watching {
  private static final Duration EVERY = Duration.ofMinutes(10);

  private final Webhooks webhooks;

  Watching(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  RecurringTask<Void> task() {
    return Tasks.recurring("webhooks", FixedDelay.of(EVERY))
        .execute((instance, context) -> webhooks.lookAfter());
  }
}
