package tandem.sync.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.store.Database;
import tandem.sync.store.Enrolment;
import tandem.sync.store.JdbcLinkStore;
import tandem.sync.store.LinkStore.Ends;
import tandem.sync.store.Postgres;

/**
 * Writers and workers at once on a real PostgreSQL, some workers slower than their lease: no link
 * is completed by two owners of one claim, and no news is left behind. The clock is a counter that
 * every step moves on, so leases run out without anybody waiting.
 */
class WorkersAndWritersTest {
  private static final InstallationId SITE = new InstallationId(1);
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration LEASE = Duration.ofMillis(200);
  private static final int LINKS = 10;
  private static final int NEWS = 200;

  private final Database database = Postgres.empty();
  private final WorkQueue queue = new JdbcWorkQueue(database);
  private final AtomicLong ticks = new AtomicLong();
  private final Map<LinkId, AtomicLong> news = new ConcurrentHashMap<>();
  private final Map<LinkId, AtomicLong> seen = new ConcurrentHashMap<>();
  private final AtomicInteger writing = new AtomicInteger(2);
  private final AtomicInteger lost = new AtomicInteger();

  @Test
  void newsIsNeverLeftBehindAndAStaleWorkerCompletesNothing() throws Exception {
    List<LinkId> links = links();
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        int seed = i;
        all.add(threads.submit(() -> write(links, new SplittableRandom(seed))));
      }
      for (int i = 0; i < 4; i++) {
        int seed = 100 + i;
        all.add(threads.submit(() -> work(links, new SplittableRandom(seed))));
      }
      for (Future<Void> one : all) {
        finished(one);
      }
    }
    assertThat(lost).as("workers that came back too late").hasPositiveValue();
    for (LinkId link : links) {
      assertThat(queue.find(link)).isEmpty();
      assertThat(seen.get(link)).hasValue(news.get(link).get());
    }
  }

  private Void write(List<LinkId> links, SplittableRandom random) {
    for (int i = 0; i < NEWS; i++) {
      LinkId link = links.get(random.nextInt(links.size()));
      news.get(link).incrementAndGet();
      queue.markDirty(SITE, List.of(link), tick());
    }
    writing.decrementAndGet();
    return null;
  }

  private Void work(List<LinkId> links, SplittableRandom random) {
    while (writing.get() > 0 || links.stream().anyMatch(link -> queue.find(link).isPresent())) {
      queue.reap(tick());
      Instant now = tick();
      for (Claim claim : queue.claim(SITE, 3, new Lease("worker", now, now.plus(LEASE)))) {
        long upTo = news.get(claim.link()).get();
        if (random.nextInt(10) == 0) {
          ticks.addAndGet(LEASE.toMillis());
          queue.reap(tick());
        }
        complete(claim, upTo);
      }
    }
    return null;
  }

  private void complete(Claim claim, long upTo) {
    if (queue.complete(claim, tick()) == Completion.LOST) {
      lost.incrementAndGet();
    } else {
      seen.get(claim.link()).accumulateAndGet(upTo, Math::max);
    }
  }

  private Instant tick() {
    return START.plusMillis(ticks.incrementAndGet());
  }

  private static <T> T finished(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    }
  }

  private List<LinkId> links() {
    JdbcLinkStore store = new JdbcLinkStore(database);
    List<LinkId> links = new ArrayList<>();
    for (int i = 0; i < LINKS; i++) {
      var ends = new Ends(new IssueId("l" + i), "L", new IssueId("r" + i), "R");
      LinkId link = ((Enrolment.Created) store.link(SITE, new MappingId(1), ends, START)).link();
      news.put(link, new AtomicLong());
      seen.put(link, new AtomicLong());
      links.add(link);
    }
    return links;
  }
}
