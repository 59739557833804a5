package tandem.sync.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
  private static final Duration LONGEST_TURN = Duration.ofSeconds(5);

  private final Durable durable;
  private final Replicas replicas;
  private final Executor workers;
  private final String owner;
  private final UnderWay underWay = new UnderWay();

  /**
   * @param workers runs the links of a turn, each blocking on remote calls; virtual threads are
   *     meant, {@code Runnable::run} works one after the other
   * @param owner the name of this node in leases, for people
   */
  public Engine(Durable durable, Replicas replicas, Executor workers, String owner) {
    this.durable = durable;
    this.replicas = replicas;
    this.workers = workers;
    this.owner = owner;
  }

  /**
   * One turn of a tenant: works on at most {@code atMost} of its due links and returns when all are
   * done, after five seconds at the latest. What takes longer, for instance since a tracker hangs,
   * goes on by itself, is left out of the report and counts as one of the {@code atMost} of the
   * tenant's next turns on this node: it holds up no other link.
   *
   * <p>Never throws for what a tracker did; throws {@link StoreFailure} while the database is out
   * of reach; what was claimed is due again when its lease has run out. A link that stays due is
   * left for the next call.
   */
  public RunReport runDue(InstallationId installation, int atMost) {
    place(installation);
    List<CompletableFuture<RunReport>> turns =
        claims(installation, atMost - underWay.of(installation)).stream().map(this::begin).toList();
    await(turns);
    return turns.stream()
        .filter(CompletableFuture::isDone)
        .map(Engine::ended)
        .reduce(RunReport.NOTHING, RunReport::plus);
  }

  private List<Claim> claims(InstallationId installation, int atMost) {
    Lease lease = Lease.of(owner, durable.clock().instant());
    return atMost > 0 ? durable.queue().claim(installation, atMost, lease) : List.of();
  }

  private CompletableFuture<RunReport> begin(Claim claim) {
    underWay.begun(claim.installation());
    return CompletableFuture.supplyAsync(() -> turn(claim), workers)
        .whenComplete((report, failure) -> underWay.ended(claim.installation()));
  }

  private static void await(List<CompletableFuture<RunReport>> turns) {
    try {
      CompletableFuture.allOf(turns.toArray(CompletableFuture[]::new))
          .get(LONGEST_TURN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException reported) {
      // Both are read from the turns themselves.
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Its links are marked dirty by it, and are worked on in this turn or the next. */
  private void place(InstallationId tenant) {
    CompletableFuture<Void> unused =
        CompletableFuture.runAsync(() -> new Placing(durable, replicas, tenant).run(), workers);
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
   * The tenants that have due links, or decisions whose issue is to be asked for, and may be worked
   * on now, the longest waiting first. Takes expired leases back before it looks. A poll of this is
   * enough to lose nothing; a wake-up after {@link Intake} only makes it faster.
   */
  public List<InstallationId> tenantsDue() {
    Instant now = durable.clock().instant();
    int unused = durable.queue().reap(now);
    Set<InstallationId> tenants = new LinkedHashSet<>(durable.queue().tenantsDue(now));
    durable.links().decisions().tenantsUnplaced(now).stream()
        .filter(tenant -> durable.queue().stopped(tenant, now).isEmpty())
        .forEach(tenants::add);
    return List.copyOf(tenants);
  }

  /** Whether the tenant has something due and may be worked on now. */
  public boolean isDue(InstallationId installation) {
    Instant now = durable.clock().instant();
    return durable.queue().isDue(installation, now)
        || (durable.links().decisions().tenantsUnplaced(now).contains(installation)
            && durable.queue().stopped(installation, now).isEmpty());
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
