package tandem.app.runtime;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tandem.app.webhook.Wake;
import tandem.sync.engine.Engine;
import tandem.sync.model.InstallationId;

/**
 * Turns the engine while the app runs: gives each tenant with due links one turn at a time, at once
 * after news on this node and otherwise by polling. A turn is bounded, so a busy tenant cannot keep
 * the others waiting. A turn that is cut short by the stop loses nothing: its links stay due.
 */
@Component
class EngineLoop implements SmartLifecycle, Wake {
  private static final Logger LOG = LoggerFactory.getLogger(EngineLoop.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
  private static final int LINKS_PER_TURN = 50;

  private final Engine engine;
  private final ExecutorService background;
  private final Semaphore news = new Semaphore(0);
  private final Set<InstallationId> atWork = ConcurrentHashMap.newKeySet();
  private final Semaphore turns = new Semaphore(Integer.MAX_VALUE);
  private volatile boolean running;

  EngineLoop(Engine engine, ExecutorService background) {
    this.engine = engine;
    this.background = background;
  }

  @Override
  public void up() {
    news.release();
  }

  @Override
  public void start() {
    running = true;
    background.execute(this::loop);
  }

  private void loop() {
    while (running) {
      try {
        engine.tenantsDue().forEach(this::giveTurn);
      } catch (RuntimeException e) {
        LOG.error("The engine cannot look for work; it looks again in a moment", e);
      }
      awaitNews();
    }
  }

  private void awaitNews() {
    try {
      if (news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      running = false;
      Thread.currentThread().interrupt();
    }
  }

  private void giveTurn(InstallationId tenant) {
    if (atWork.add(tenant)) {
      turns.acquireUninterruptibly();
      background.execute(() -> turn(tenant));
    }
  }

  private void turn(InstallationId tenant) {
    try {
      var report = engine.runDue(tenant, LINKS_PER_TURN);
      if (report.claimed() > 0) {
        LOG.debug("Turn of installation {}: {}", tenant.value(), report);
        up();
      }
    } catch (RuntimeException e) {
      LOG.error("A turn of installation {} failed; its links stay due", tenant.value(), e);
    } finally {
      atWork.remove(tenant);
      turns.release();
    }
  }

  /** Waits for the turns at work, for seconds at most. */
  @Override
  public void stop() {
    running = false;
    up();
    try {
      boolean done =
          turns.tryAcquire(Integer.MAX_VALUE, STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      LOG.info(done ? "The engine has stopped" : "The engine stops in the middle of a turn");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
