package tandem.app.runtime;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What this node does by itself, shared with all nodes over the database: each scheduled row is
 * worked on by one node at a time, and one whose node has not been heard of for {@link #HEARTBEAT}
 * times {@link #SILENT_BEATS} is another node's.
 *
 * @see <a href="https://github.com/kagkarlsson/db-scheduler">db-scheduler</a>
 */
@Configuration
class SchedulerConfiguration {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int SILENT_BEATS = 4;
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  /** Tenants that this node gives a turn at a time, and no more are taken off the list. */
  private static final int TURNS = 16;

  private static final double REFILL_BELOW = 0.5;
  private static final double TAKE_UP_TO = 1.0;

  @Bean
  RecurringTask<Void> dueTenantsTask(DueTenants look) {
    return look.task();
  }

  @Bean
  RecurringTask<Void> sweepingTask(Sweeping sweeping) {
    return sweeping.task();
  }

  @Bean
  RecurringTask<Void> backfillingTask(Backfilling backfilling) {
    return backfilling.task();
  }

  @Bean
  RecurringTask<Void> watchingTask(Watching watching) {
    return watching.task();
  }

  @Bean
  RecurringTask<Void> resealingTask(Resealing resealing) {
    return resealing.task();
  }

  @Bean(destroyMethod = "")
  Scheduler scheduler(
      DataSource source, NodeName node, TenantTurns turns, List<RecurringTask<Void>> recurring) {
    return of(source, node, turns.task(), recurring);
  }

  static Scheduler of(
      DataSource source, NodeName node, Task<Void> turn, List<RecurringTask<Void>> recurring) {
    return Scheduler.create(source, turn)
        .startTasks(recurring)
        .schedulerName(new SchedulerName.Fixed(node.value()))
        .executorService(PlatformThreads.perTask("scheduled-"))
        .threads(TURNS)
        .pollingInterval(POLL)
        .pollUsingLockAndFetch(REFILL_BELOW, TAKE_UP_TO)
        .enableImmediateExecution()
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(SILENT_BEATS)
        .shutdownMaxWait(STOP_PATIENCE)
        .build();
  }
}
