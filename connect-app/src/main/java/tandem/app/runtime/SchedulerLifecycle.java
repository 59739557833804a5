package tandem.app.runtime;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts scheduled work when the app serves. At the stop it waits for work at hand, for seconds at
 * most; what is cut short is taken over by another node or by this one's successor.
 */
@Component
class SchedulerLifecycle implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(SchedulerLifecycle.class);

  private final Scheduler scheduler;
  private final NodeName node;
  private volatile boolean running;

  SchedulerLifecycle(Scheduler scheduler, NodeName node) {
    this.scheduler = scheduler;
    this.node = node;
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
    LOG.info("The node {} takes up scheduled work", node.value());
  }

  @Override
  public void stop() {
    running = false;
    scheduler.stop();
    LOG.info("The engine has stopped");
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
