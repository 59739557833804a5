package tandem.app.runtime;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.stereotype.Component;
import tandem.sync.engine.Engine;
import tandem.sync.model.InstallationId;

/**
 * Looks every second for tenants with due links and schedules their turns: for what became due by
 * time alone, and for every wake-up that was lost.
 */
@Component
class DueTenants {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Engine engine;
  private final TenantTurns turns;

  DueTenants(Engine engine, TenantTurns turns) {
    this.engine = engine;
    this.turns = turns;
  }

  RecurringTask<Void> task() {
    return Tasks.recurring("due-tenants", FixedDelay.of(EVERY))
        .execute((instance, context) -> {
          for (InstallationId tenant : engine.tenantsDue()) {
            boolean unused = turns.schedule(context.getSchedulerClient(), tenant);
          }
        });
  }
}
