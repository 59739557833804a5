package tandem.sync.engine;

import java.util.List;
import java.util.concurrent.Executor;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;

/**
 * The loop over dirty links. Several engines, in one process or on several machines, may work on
 * the same database at once; a link is worked on by one of them at a time.
 */
@SuppressWarnings({"UnusedVariable", "DoNotCallSuggester"}) // until its body lands
public final class Engine {
  private final Durable durable;
  private final Replicas replicas;
  private final Executor workers;
  private final String owner;

  /**
   * @param workers runs the links of a turn, each blocking on remote calls; virtual threads are
   *     meant, {@code Runnable::run} works one after the other
   * @param owner the name of this node in leases, for people; need not be unique
   */
  public Engine(Durable durable, Replicas replicas, Executor workers, String owner) {
    this.durable = durable;
    this.replicas = replicas;
    this.workers = workers;
    this.owner = owner;
  }

  /**
   * Works on at most {@code atMost} due links of one tenant and returns when all are done. Never
   * throws for what a tracker did. A link that stays due is left for the next call.
   */
  public RunReport runDue(InstallationId installation, int atMost) {
    throw new UnsupportedOperationException();
  }

  /**
   * The tenants that have due links and may be worked on now, the longest waiting first. Takes
   * expired leases back before it looks. A poll of this is enough to lose nothing; a wake-up after
   * {@link Intake} only makes it faster.
   */
  public List<InstallationId> tenantsDue() {
    throw new UnsupportedOperationException();
  }

  /** Lifts a tenant's pause, for instance after a new grant, and makes its links due. */
  public void resume(InstallationId installation) {
    throw new UnsupportedOperationException();
  }

  /** Takes a link out of quarantine and makes it due. False where there was nothing to replay. */
  public boolean replay(InstallationId installation, LinkId link) {
    throw new UnsupportedOperationException();
  }
}
