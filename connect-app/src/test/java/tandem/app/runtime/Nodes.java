package tandem.app.runtime;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import tandem.sync.engine.Durable;
import tandem.sync.engine.Engine;
import tandem.sync.engine.Intake;
import tandem.sync.engine.Replicas;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.MappingRules;
import tandem.sync.model.Side;
import tandem.sync.queue.JdbcWorkQueue;
import tandem.sync.store.Database;
import tandem.sync.store.Enrolment;
import tandem.sync.store.JdbcLinkStore;
import tandem.sync.store.LinkStore.Ends;

/** Several nodes' schedulers and engines over one database, with trackers that stand still. */
final class Nodes implements AutoCloseable {
  private static final Instant LONG_AGO = Instant.parse("2026-03-01T12:00:00Z");

  final StillTracker left;
  final StillTracker right;
  final Intake intake;
  private final DataSource source;
  private final Durable durable;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Node> nodes = new ArrayList<>();

  /** What a node schedules by. */
  record Node(Scheduler scheduler, TenantTurns turns) {
    void wake(InstallationId tenant) {
      boolean unused = turns.schedule(scheduler, tenant);
    }
  }

  Nodes(DataSource source, StillTracker left, StillTracker right) {
    this.source = source;
    this.left = left;
    this.right = right;
    Database database = new Database(source);
    this.durable =
        new Durable(
            database,
            new JdbcLinkStore(database),
            new JdbcWorkQueue(database),
            InstantSource.system());
    this.intake = new Intake(durable);
  }

  /** Starts one more; {@code looking} nodes look for due tenants by themselves, too. */
  Node start(String name, boolean looking) {
    Replicas replicas =
        mapping ->
            new Replicas.Opened.Ready(
                left, right, new MappingRules(new TreeMap<>(), ConflictPolicy.LATEST));
    Engine engine = new Engine(durable, replicas, workers, name);
    TenantTurns turns =
        new TenantTurns(engine, InstantSource.system(), new TurnMeters(new SimpleMeterRegistry()));
    List<RecurringTask<Void>> recurring =
        looking ? List.of(new DueTenants(engine, turns).task()) : List.of();
    Scheduler scheduler =
        SchedulerConfiguration.of(source, new NodeName(name), turns.task(), recurring);
    Node node = new Node(scheduler, turns);
    nodes.add(node);
    scheduler.start();
    return node;
  }

  /** A clean link between the issues L-number and R-number. */
  void link(InstallationId tenant, String number) {
    var ends = new Ends(left(number), "L", right(number), "R");
    LinkId link =
        ((Enrolment.Created)
                durable.links().link(tenant, new MappingId(tenant.value()), ends, LONG_AGO))
            .link();
    durable.links().seen(link, Side.LEFT, 1);
    durable.links().seen(link, Side.RIGHT, 1);
  }

  /** In one transaction. */
  void atOnce(Runnable many) {
    durable.transactions().run(many);
  }

  static IssueId left(String number) {
    return new IssueId("L-" + number);
  }

  static IssueId right(String number) {
    return new IssueId("R-" + number);
  }

  /** Tells of a change that has to be read. */
  void touch(InstallationId tenant, String number) {
    int unused = intake.touched(tenant, Side.LEFT, left(number));
  }

  @Override
  public void close() {
    nodes.forEach(node -> node.scheduler().stop());
    workers.close();
  }
}
