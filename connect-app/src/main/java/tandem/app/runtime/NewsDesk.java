package tandem.app.runtime;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tandem.app.webhook.Wake;
import tandem.sync.model.InstallationId;

/**
 * Schedules a turn for each tenant that news arrived for on this node, apart from the request that
 * brought it. However many come at once, a tenant is scheduled once. What is not scheduled yet when
 * the process ends is found by {@link DueTenants}.
 */
@Component
class NewsDesk implements Wake, SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(NewsDesk.class);

  private final TenantTurns turns;
  private final Scheduler scheduler;
  private final ExecutorService background;
  private final Set<InstallationId> waiting = ConcurrentHashMap.newKeySet();
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean running;

  NewsDesk(TenantTurns turns, Scheduler scheduler, ExecutorService background) {
    this.turns = turns;
    this.scheduler = scheduler;
    this.background = background;
  }

  @Override
  public void up(InstallationId tenant) {
    if (waiting.add(tenant)) {
      bell.release();
    }
  }

  @Override
  public void start() {
    running = true;
    background.execute(this::serve);
  }

  private void serve() {
    while (running) {
      bell.acquireUninterruptibly();
      bell.drainPermits();
      waiting.forEach(this::schedule);
    }
  }

  /** Taken off the list first: news from here on wants a turn of its own. */
  private void schedule(InstallationId tenant) {
    waiting.remove(tenant);
    try {
      boolean unused = turns.schedule(scheduler, tenant);
    } catch (RuntimeException e) {
      LOG.warn(
          "No turn could be scheduled for installation {}; a later look will", tenant.value(), e);
    }
  }

  @Override
  public void stop() {
    running = false;
    bell.release();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
