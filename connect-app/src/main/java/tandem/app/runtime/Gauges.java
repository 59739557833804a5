package tandem.app.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import tandem.sync.queue.Census;

/**
 * What all sites together have, for an operator's graphs and alarms. Counted in the database every
 * ten seconds at most, however often it is asked. No site is told from another.
 */
final class Gauges implements MeterBinder {
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final Census census;
  private final InstantSource clock;
  private final AtomicReference<Counted> last;

  private record Counted(Instant at, Census.Counts counts) {}

  Gauges(Census census, InstantSource clock) {
    this.census = census;
    this.clock = clock;
    this.last = new AtomicReference<>(new Counted(clock.instant(), census.ofAll()));
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "tandem.links", "pairs of issues that are mirrored", Census.Counts::links);
    gauge(
        registry,
        "tandem.links.waiting",
        "pairs with a change that is not mirrored yet",
        Census.Counts::waiting);
    gauge(registry, "tandem.links.quarantined", "pairs set aside", Census.Counts::quarantined);
    gauge(registry, "tandem.conflicts.open", "conflicts nobody answered", Census.Counts::conflicts);
    gauge(
        registry,
        "tandem.changes.missed",
        "changes that sweeps found and no webhook had told of",
        Census.Counts::missed);
    gauge(registry, "tandem.waiting.oldest.seconds", "the longest wait of a pair", this::oldest);
  }

  private void gauge(
      MeterRegistry registry, String name, String what, ToDoubleFunction<Census.Counts> value) {
    Gauge.builder(name, this, gauges -> value.applyAsDouble(gauges.counts()))
        .description(what)
        .register(registry);
  }

  private double oldest(Census.Counts counts) {
    return counts
        .oldestWaiting()
        .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }

  private Census.Counts counts() {
    Counted known = last.get();
    Instant now = clock.instant();
    if (known.at().plus(FRESH).isAfter(now)) {
      return known.counts();
    }
    Counted fresh = new Counted(now, census.ofAll());
    last.set(fresh);
    return fresh.counts();
  }
}
