package tandem.sync.engine;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.queue.Claim;
import tandem.sync.queue.Lease;
import tandem.sync.store.StoreFailure;

/**
 * The loop over dirty links. Several engines, in one process or on several machines, may work on
 * the same database at once; a link is worked on by one of them at a time.
 */
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
   * throws for what a tracker did; throws {@link StoreFailure} while the database is out of reach;
   * what was claimed is due again when its lease has run out. A link that stays due is left for the
   * next call.
   */
  public RunReport runDue(InstallationId installation, int atMost) {
    List<Claim> claims =
        durable.queue().claim(installation, atMost, Lease.of(owner, durable.clock().instant()));
    List<CompletableFuture<RunReport>> turns =
        claims.stream()
            .map(claim -> CompletableFuture.supplyAsync(() -> turn(claim), workers))
            .toList();
    return turns.stream().map(Engine::ended).reduce(RunReport.NOTHING, RunReport::plus);
  }

  private static RunReport ended(CompletableFuture<RunReport> turn) {
    try {
      return turn.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof StoreFailure unreachable ? unreachable : failed;
    }
  }

  private RunReport turn(Claim claim) {
    return new Turn(durable, replicas, claim).run();
  }

  /**
   * The tenants that have due links and may be worked on now, the longest waiting first. Takes
   * expired leases back before it looks. A poll of this is enough to lose nothing; a wake-up after
   * {@link Intake} only makes it faster.
   */
  public List<InstallationId> tenantsDue() {
    Instant now = durable.clock().instant();
    int unused = durable.queue().reap(now);
    return durable.queue().tenantsDue(now);
  }

  /** Lifts a tenant's pause, for instance after a new grant, and makes its links due. */
  public void resume(InstallationId installation) {
    durable.queue().resume(installation, durable.clock().instant());
  }

  /** Takes a link out of quarantine and makes it due. False where there was nothing to replay. */
  public boolean replay(InstallationId installation, LinkId link) {
    return durable.queue().replay(installation, link, durable.clock().instant());
  }
}
