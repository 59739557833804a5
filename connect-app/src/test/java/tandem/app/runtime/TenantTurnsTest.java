package tandem.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tandem.app.fixture.TestDatabase;
import tandem.sync.model.InstallationId;

/** Tenants' turns on several nodes over one real PostgreSQL, each with a scheduler of its own. */
class TenantTurnsTest {
  private static final InstallationId NOISY = new InstallationId(1);
  private static final InstallationId QUIET = new InstallationId(2);
  private static final int TENANTS = 5;
  private static final int LINKS = 8;
  private static final int NEWS = 400;
  private static final int MANY = Integer.getInteger("tandem.noisy.links", 1_000);

  private static EmbeddedPostgres postgres;
  private static HikariDataSource source;
  private static JdbcClient database;

  @BeforeAll
  static void start() throws IOException {
    postgres = TestDatabase.start();
    source = new HikariDataSource();
    source.setDataSource(postgres.getPostgresDatabase());
    source.setMaximumPoolSize(20);
    TandemConfiguration.migrate(source);
    database = JdbcClient.create(source);
  }

  @AfterAll
  static void stop() throws IOException {
    source.close();
    postgres.close();
  }

  @BeforeEach
  void empty() {
    database.sql("truncate sync_link, scheduled_tasks cascade").update();
  }

  @Test
  void newsThatArrivesDuringATurnIsNotForgottenThoughNobodyLooksForIt() throws Exception {
    try (Nodes nodes = new Nodes(source, still(), still())) {
      List<Nodes.Node> both = List.of(nodes.start("one", false), nodes.start("two", false));
      for (int tenant = 1; tenant <= TENANTS; tenant++) {
        for (int number = 1; number <= LINKS; number++) {
          nodes.link(new InstallationId(tenant), tenant + "-" + number);
        }
      }
      try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> all = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
          SplittableRandom random = new SplittableRandom(writer);
          Nodes.Node node = both.get(writer % 2);
          all.add(writers.submit(() -> write(nodes, node, random)));
        }
        for (Future<?> one : all) {
          one.get();
        }
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> dirty() == 0);
      assertThat(nodes.left.collisions()).as("links worked on twice at once").isZero();
      assertThat(nodes.left.reads()).isPositive();
    }
  }

  private static void write(Nodes nodes, Nodes.Node node, SplittableRandom random) {
    for (int i = 0; i < NEWS; i++) {
      int tenant = random.nextInt(TENANTS) + 1;
      nodes.touch(new InstallationId(tenant), tenant + "-" + (random.nextInt(LINKS) + 1));
      node.wake(new InstallationId(tenant));
    }
  }

  @Test
  void whatBecomesDueByTimeAloneIsFoundByLooking() {
    try (Nodes nodes = new Nodes(source, still(), still())) {
      nodes.link(QUIET, "1");
      nodes.start("one", true);
      nodes.touch(QUIET, "1");
      await().atMost(Duration.ofSeconds(60)).until(() -> dirty() == 0);
    }
  }

  @Test
  void aTenantWithThousandsOfDueLinksDelaysAnotherOnesSingleChangeByLessThanATurn()
      throws Exception {
    AtomicInteger worked = new AtomicInteger();
    AtomicInteger workedWhenTold = new AtomicInteger(Integer.MAX_VALUE);
    AtomicInteger workedWhenRead = new AtomicInteger();
    CountDownLatch busy = new CountDownLatch(200);
    StillTracker left =
        new StillTracker(issue -> {
          if (issue.equals(Nodes.left("quiet"))) {
            workedWhenRead.set(worked.get());
          } else {
            worked.incrementAndGet();
            busy.countDown();
          }
        });
    try (Nodes nodes = new Nodes(source, left, still())) {
      nodes.atOnce(() -> {
        for (int number = 1; number <= MANY; number++) {
          nodes.link(NOISY, "n" + number);
          nodes.touch(NOISY, "n" + number);
        }
      });
      nodes.link(QUIET, "quiet");
      Nodes.Node node = nodes.start("one", false);
      node.wake(NOISY);
      assertThat(busy.await(60, TimeUnit.SECONDS)).isTrue();
      workedWhenTold.set(worked.get());
      nodes.touch(QUIET, "quiet");
      node.wake(QUIET);
      await().atMost(Duration.ofSeconds(60)).until(() -> dirty() == 0);
      assertThat(workedWhenRead.get() - workedWhenTold.get())
          .as("the noisy tenant's links that came before the quiet one's change")
          .isBetween(0, 100);
    }
  }

  @Test
  void aLinkWhoseTrackerHangsHoldsUpNoOtherLinkOfItsTenant() throws Exception {
    CountDownLatch hanging = new CountDownLatch(1);
    StillTracker left =
        new StillTracker(issue -> {
          if (issue.equals(Nodes.left("hangs"))) {
            await().forever().until(() -> hanging.getCount() == 0);
          }
        });
    // Released before the nodes are closed, which wait for it, also where the test fails.
    try (Nodes nodes = new Nodes(source, left, still());
        AutoCloseable released = hanging::countDown) {
      nodes.link(QUIET, "hangs");
      nodes.link(QUIET, "other");
      Nodes.Node node = nodes.start("one", true);
      nodes.touch(QUIET, "hangs");
      node.wake(QUIET);
      await().until(() -> leased() == 1);
      nodes.touch(QUIET, "other");
      await().atMost(Duration.ofSeconds(60)).until(() -> left.reads(Nodes.left("other")) == 1);
      // The one that was read is put down in the moment after its read.
      await("only the other one still hangs").until(() -> leased() == 1 && dirty() == 1);
      released.close();
      await().atMost(Duration.ofSeconds(60)).until(() -> dirty() == 0);
    }
  }

  private static int leased() {
    return database
        .sql("select count(*) from sync_dirty where leased")
        .query(Integer.class)
        .single();
  }

  private static StillTracker still() {
    return new StillTracker(issue -> {});
  }

  private static int dirty() {
    return database.sql("select count(*) from sync_dirty").query(Integer.class).single();
  }
}
