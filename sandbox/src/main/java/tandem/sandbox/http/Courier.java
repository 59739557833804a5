package tandem.sandbox.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tandem.sandbox.fault.HookFault;
import tandem.sandbox.fault.Nemesis;

/**
 * Delivers webhooks in the background, each on a virtual thread, and repeats them on a schedule.
 * Promises no order, as the services do not; every delivery first asks the nemesis. What is
 * undelivered at close is lost.
 */
public final class Courier implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration HELD_AT_MOST = Duration.ofSeconds(1);
  private static final Duration BEHIND_ANOTHER = Duration.ofMillis(50);

  private final Nemesis nemesis;
  private final List<Duration> retries;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Queue<Parcel> held = new ArrayDeque<>();
  private final AtomicInteger underWay = new AtomicInteger();

  /**
   * @param retries the wait before each further attempt; empty for a single attempt
   */
  public Courier(Nemesis nemesis, List<Duration> retries) {
    this.nemesis = nemesis;
    this.retries = List.copyOf(retries);
  }

  /** Returns at once. */
  public void send(Parcel parcel) {
    Optional<HookFault> fault = nemesis.onDelivery();
    if (fault.isEmpty()) {
      begin(parcel, Duration.ZERO);
    } else {
      strike(fault.get(), parcel);
    }
  }

  /** Deliveries that are not settled yet, held-back ones included. */
  public int underWay() {
    return underWay.get();
  }

  @Override
  public void close() {
    closing.countDown();
    http.shutdownNow();
  }

  private void strike(HookFault fault, Parcel parcel) {
    switch (fault) {
      case HookFault.Lost lost -> nemesis.lose(parcel.body());
      case HookFault.Doubled doubled -> {
        begin(parcel, Duration.ZERO);
        begin(parcel, Duration.ZERO);
      }
      case HookFault.Late late -> begin(parcel, late.by());
      case HookFault.Reordered reordered -> hold(parcel);
    }
  }

  private void begin(Parcel parcel, Duration after) {
    inBackground(() -> deliver(parcel, after));
    releaseHeld();
  }

  private void hold(Parcel parcel) {
    synchronized (held) {
      held.add(parcel);
    }
    inBackground(() -> releaseAfter(HELD_AT_MOST));
  }

  private void releaseAfter(Duration time) {
    if (pause(time)) {
      releaseHeld();
    }
  }

  private void releaseHeld() {
    synchronized (held) {
      for (Parcel parcel = held.poll(); parcel != null; parcel = held.poll()) {
        var next = parcel;
        inBackground(() -> deliver(next, BEHIND_ANOTHER));
      }
    }
  }

  private void inBackground(Runnable task) {
    underWay.incrementAndGet();
    Thread.ofVirtual().name("sandbox-courier").start(() -> counted(task));
  }

  private void counted(Runnable task) {
    try {
      task.run();
    } finally {
      underWay.decrementAndGet();
    }
  }

  private void deliver(Parcel parcel, Duration after) {
    Duration wait = after;
    for (int number = 0; pause(wait); number++) {
      int status = attempt(parcel, number);
      if (number == retries.size() || !parcel.asksForRetry(status)) {
        parcel.settled(status);
        return;
      }
      wait = retries.get(number);
    }
  }

  private int attempt(Parcel parcel, int number) {
    try {
      return http.send(parcel.attempt(number), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return Parcel.NO_ANSWER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Parcel.NO_ANSWER;
    }
  }

  /** False when the courier closed meanwhile. */
  private boolean pause(Duration time) {
    try {
      return !closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
