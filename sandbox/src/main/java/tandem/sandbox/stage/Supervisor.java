package tandem.sandbox.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What any operator has beside the app: starts a process that ended, and kills and starts one whose
 * health check failed for {@link #UNWELL}.
 */
public final class Supervisor implements AutoCloseable {
  /** How long a node may be unwell, its start included. */
  public static final Duration UNWELL = Duration.ofSeconds(60);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final List<AppNode> nodes;
  private final Patience patience;
  private final Map<AppNode, Instant> wellAt = new HashMap<>();
  private final AtomicInteger starts = new AtomicInteger();
  private final AtomicInteger given = new AtomicInteger();
  private final Thread thread;

  Supervisor(List<AppNode> nodes, Patience patience) {
    this.nodes = List.copyOf(nodes);
    this.patience = patience;
    this.thread = Thread.ofVirtual().name("supervisor").unstarted(this::watch);
  }

  /** From now on; until then whoever sets the stage starts the nodes. */
  public void begin() {
    thread.start();
  }

  /** How often a process was started because it had ended. */
  public int starts() {
    return starts.get();
  }

  /** How often a living process was given up because its health check failed for too long. */
  public int givenUp() {
    return given.get();
  }

  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        for (var node : nodes) {
          look(node);
        }
        patience.pass(BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(AppNode node) {
    var now = patience.clock().instant();
    if (!node.isWanted()) {
      wellAt.remove(node);
      return;
    }
    var since = wellAt.computeIfAbsent(node, unseen -> now);
    if (!node.isAlive()) {
      starts.incrementAndGet();
      wellAt.put(node, now);
      node.start();
    } else if (node.isReady()) {
      wellAt.put(node, now);
    } else if (since.plus(UNWELL).isBefore(now)) {
      given.incrementAndGet();
      node.kill();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
