package tandem.sandbox.linear.webhook;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tandem.sandbox.fault.HookFault;
import tandem.sandbox.fault.Nemesis;
import tandem.sandbox.http.Json;
import tandem.sandbox.linear.state.Author;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Moments;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Transaction;
import tandem.sandbox.linear.state.Workspace;

/**
 * Delivers events: at least once while the webhook is on, unless the nemesis interferes. First
 * attempts go out one after the other for each webhook (real Linear promises no order); retries go
 * when they are due. What waits for a retry is forgotten when the process ends.
 */
public final class Deliveries implements AutoCloseable {
  private static final Duration LONGEST_HOLD = Duration.ofSeconds(1);
  private static final int KEPT_FAILURES = 20;

  private final Workspace workspace;
  private final Nemesis nemesis;
  private final Conduct conduct;
  private final Sender sender;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("linear-webhooks").factory());
  private final Map<String, CompletableFuture<?>> tails = new HashMap<>();
  private final Map<String, Event> held = new HashMap<>();
  private final AtomicInteger pending = new AtomicInteger();

  /** The clock's time is written into the bodies; delays run in real time. */
  public Deliveries(Workspace workspace, Nemesis nemesis, Conduct conduct, InstantSource clock) {
    this.workspace = workspace;
    this.nemesis = nemesis;
    this.conduct = conduct;
    this.sender = new Sender(clock, conduct.patience());
  }

  /** How many events were neither accepted nor given up yet. */
  public int pending() {
    return pending.get();
  }

  /** Takes an event on; returns at once. */
  synchronized void send(Event event) {
    Optional<HookFault> fault = nemesis.onDelivery();
    if (fault.isEmpty()) {
      enqueue(event);
      return;
    }
    switch (fault.get()) {
      case HookFault.Lost lost -> nemesis.lose(Json.tree(event.body()).toString());
      case HookFault.Doubled doubled -> {
        enqueue(event);
        enqueue(event);
      }
      case HookFault.Late late -> {
        pending.incrementAndGet();
        after(late.by(), () -> enqueueCounted(event));
      }
      case HookFault.Reordered reordered -> hold(event);
    }
  }

  /** One attempt for a webhook that is gone already. */
  void farewell(Row webhook, Event event) {
    pending.incrementAndGet();
    var unused =
        sender.send(webhook, event).whenComplete((result, failure) -> pending.decrementAndGet());
  }

  private void hold(Event event) {
    Event before = held.put(event.webhookId(), event);
    pending.incrementAndGet();
    if (before != null) {
      enqueueCounted(before);
    }
    after(LONGEST_HOLD, () -> release(event));
  }

  private synchronized void release(Event event) {
    if (held.remove(event.webhookId(), event)) {
      enqueueCounted(event);
    }
  }

  private void enqueue(Event event) {
    pending.incrementAndGet();
    enqueueCounted(event);
    Event waiting = held.remove(event.webhookId());
    if (waiting != null) {
      enqueueCounted(waiting);
    }
  }

  private synchronized void enqueueCounted(Event event) {
    CompletableFuture<?> tail =
        tails.getOrDefault(event.webhookId(), CompletableFuture.completedFuture(null));
    tails.put(
        event.webhookId(),
        tail.handle((done, failure) -> done).thenComposeAsync(done -> attempt(event, 0), timer));
  }

  private CompletableFuture<?> attempt(Event event, int retries) {
    Optional<Row> webhook =
        workspace
            .read(rows -> rows.find(Kind.WEBHOOK, event.webhookId()))
            .filter(row -> row.flag("enabled"));
    if (webhook.isEmpty()) {
      pending.decrementAndGet();
      return CompletableFuture.completedFuture(null);
    }
    return sender
        .send(webhook.get(), event)
        .thenAcceptAsync(result -> settle(event, retries, result), timer);
  }

  private void settle(Event event, int retries, Sender.Result result) {
    if (result.accepted()) {
      pending.decrementAndGet();
      return;
    }
    boolean last = retries >= conduct.retries().size();
    note(event, result, last);
    if (last) {
      pending.decrementAndGet();
    } else {
      after(conduct.retries().get(retries), () -> again(event, retries + 1));
    }
  }

  private void again(Event event, int retries) {
    var unused = attempt(event, retries);
  }

  /** Writes the failure down; the last one switches the webhook off. */
  private void note(Event event, Sender.Result result, boolean last) {
    workspace.run(
        Author.NOBODY,
        tx ->
            tx.find(Kind.WEBHOOK, event.webhookId())
                .map(row -> failed(tx, row, event, result))
                .map(row -> last ? row.with("enabled", false) : row)
                .ifPresent(tx::put));
  }

  private static Row failed(Transaction tx, Row webhook, Event event, Sender.Result result) {
    List<Object> failures = new ArrayList<>();
    failures.add(
        Map.of(
            "id", event.id(),
            "executionId", event.id(),
            "createdAt", Moments.text(tx.now()),
            "url", webhook.required("url"),
            "httpStatus", result.status(),
            "responseOrError", result.error()));
    if (webhook.value("failures") instanceof List<?> before) {
      failures.addAll(before.subList(0, Math.min(before.size(), KEPT_FAILURES - 1)));
    }
    return webhook.with("failures", failures);
  }

  private void after(Duration delay, Runnable work) {
    var unused = timer.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    sender.close();
  }
}
