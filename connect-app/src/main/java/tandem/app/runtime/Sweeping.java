package tandem.app.runtime;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import tandem.app.admin.Sweeps;

/**
 * Looks every minute, on one node at a time, for mappings whose last sweep is longer ago than the
 * operator's interval.
 */
@Component
class Sweeping {
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final Sweeps sweeps;
  private final Duration every;
  private final InstantSource clock;

  Sweeping(Sweeps sweeps, Settings settings, InstantSource clock) {
    this.sweeps = sweeps;
    this.every = settings.sweepEvery();
    this.clock = clock;
  }

  RecurringTask<Void> task() {
    return Tasks.recurring("sweeps", FixedDelay.of(LOOK)).execute((instance, context) -> sweep());
  }

  private void sweep() {
    if (!every.isZero()) {
      sweeps.runDue(clock.instant().minus(every));
    }
  }
}
