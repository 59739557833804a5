package tandem.app.runtime;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tandem.app.admin.Sweeps;

/**
 * Looks every minute for mappings whose last sweep is longer ago than the operator's interval. On
 * several nodes a mapping may be swept twice, which is harmless and costs a call a side.
 */
@Component
class Sweeping {
  private static final long MINUTE = 60;

  private final Sweeps sweeps;
  private final Duration every;
  private final InstantSource clock;

  Sweeping(Sweeps sweeps, Settings settings, InstantSource clock) {
    this.sweeps = sweeps;
    this.every = settings.sweepEvery();
    this.clock = clock;
  }

  @Scheduled(initialDelay = MINUTE, fixedDelay = MINUTE, timeUnit = TimeUnit.SECONDS)
  void sweep() {
    if (!every.isZero()) {
      sweeps.runDue(clock.instant().minus(every));
    }
  }
}
