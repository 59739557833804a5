package tandem.sandbox.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Offers webhooks at a pace, over kept connections, and measures until each is answered, from the
 * moment at which it was due: an app that falls behind shows it.
 */
final class Intake {
  private static final int CONNECTIONS = 64;

  private final URI node;
  private final LongSupplier nanos;

  Intake(URI node, LongSupplier nanos) {
    this.node = node;
    this.nanos = nanos;
  }

  /**
   * What came of an offer.
   *
   * @param perSecond answered with 200
   * @param refused answered with anything else, or not at all
   */
  record Result(double perSecond, Spread answered, int refused) {}

  Result offer(List<byte[]> requests, int perSecond, Duration time) throws InterruptedException {
    var run = new Run(requests, perSecond, nanos.getAsLong());
    int count = (int) (perSecond * time.toSeconds());
    var done = new CountDownLatch(CONNECTIONS);
    for (int i = 0; i < CONNECTIONS; i++) {
      Thread.ofVirtual()
          .start(() -> {
            run.send(count);
            done.countDown();
          });
    }
    done.await();
    double seconds = (run.last.get() - run.start) / 1e9;
    return new Result(run.times.size() / seconds, new Spread(run.times), run.refused.get());
  }

  /** One offer: the connections take the requests in turn, each when it is due. */
  private final class Run {
    private final List<byte[]> requests;
    private final double perSecond;
    private final long start;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong last = new AtomicLong();
    private final ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();

    Run(List<byte[]> requests, double perSecond, long start) {
      this.requests = requests;
      this.perSecond = perSecond;
      this.start = start;
    }

    void send(int count) {
      try (var line = new Line(node)) {
        for (int mine = next.getAndIncrement(); mine < count; mine = next.getAndIncrement()) {
          long due = start + (long) (mine / perSecond * 1e9);
          LockSupport.parkNanos(due - nanos.getAsLong());
          answered(line.ask(requests.get(mine % requests.size())), due);
        }
      } catch (IOException e) {
        refused.incrementAndGet();
      }
    }

    private void answered(int status, long due) {
      long now = nanos.getAsLong();
      last.accumulateAndGet(now, Math::max);
      if (status == 200) {
        times.add(now - due);
      } else {
        refused.incrementAndGet();
      }
    }
  }
}
