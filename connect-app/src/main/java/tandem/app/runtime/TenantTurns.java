package tandem.app.runtime;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tandem.sync.engine.Engine;
import tandem.sync.engine.RunReport;
import tandem.sync.model.InstallationId;

/**
 * A tenant's turn of the engine as scheduled work: one row a tenant, so one node at a time gives
 * it, and a node that dies in the middle of one is noticed and the tenant's next turn is another
 * node's. A turn is bounded and its successor stands at the end of the row, so a busy tenant keeps
 * nobody waiting for longer than a turn.
 *
 * <p>News that arrives while a turn runs finds the row and schedules nothing. So the row is removed
 * first and the queue is asked afterwards: what is due by then gets the next turn. A crash between
 * the two costs the time until {@link DueTenants} looks.
 */
@Component
class TenantTurns {
  static final TaskDescriptor<Void> TURN = TaskDescriptor.of("tenant-turn");
  private static final Logger LOG = LoggerFactory.getLogger(TenantTurns.class);
  private static final int LINKS_PER_TURN = 50;

  /** After a turn in which nothing could be begun: all places are taken by links that take long. */
  private static final Duration REST = Duration.ofMillis(500);

  private final Engine engine;
  private final InstantSource clock;
  private final TurnMeters meters;

  TenantTurns(Engine engine, InstantSource clock, TurnMeters meters) {
    this.engine = engine;
    this.clock = clock;
    this.meters = meters;
  }

  Task<Void> task() {
    return Tasks.custom(TURN)
        .execute(
            (instance, context) -> give(tenant(instance.getId()), context.getSchedulerClient()));
  }

  /** Gives the tenant a turn soon, unless one is scheduled or under way; false where it is. */
  boolean schedule(SchedulerClient scheduler, InstallationId tenant) {
    return schedule(scheduler, tenant, clock.instant());
  }

  private static boolean schedule(SchedulerClient scheduler, InstallationId tenant, Instant at) {
    return scheduler.scheduleIfNotExists(TURN.instance(Long.toString(tenant.value())).build(), at);
  }

  private CompletionHandler<Void> give(InstallationId tenant, SchedulerClient scheduler) {
    boolean begun = turn(tenant);
    return (ended, row) -> {
      row.remove();
      if (engine.isDue(tenant)) {
        boolean unused =
            schedule(scheduler, tenant, begun ? clock.instant() : clock.instant().plus(REST));
      }
    };
  }

  /** False where nothing was begun. */
  private boolean turn(InstallationId tenant) {
    try {
      RunReport report = engine.runDue(tenant, LINKS_PER_TURN);
      meters.add(report);
      LOG.debug("Turn of installation {}: {}", tenant.value(), report);
      return report.claimed() > 0;
    } catch (RuntimeException e) {
      LOG.error("A turn of installation {} failed; its links stay due", tenant.value(), e);
      return false;
    }
  }

  private static InstallationId tenant(String instance) {
    return new InstallationId(Long.parseLong(instance));
  }
}
