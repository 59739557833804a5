package tandem.sandbox.stage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits on conditions, and for the next beat of a rhythm. */
public final class Patience {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final InstantSource clock;
  private final CountDownLatch never = new CountDownLatch(1);

  public Patience(InstantSource clock) {
    this.clock = clock;
  }

  public InstantSource clock() {
    return clock;
  }

  /** True as soon as the condition holds, false when it did not for this long. */
  public boolean until(BooleanSupplier condition, Duration atMost) throws InterruptedException {
    var deadline = clock.instant().plus(atMost);
    while (!condition.getAsBoolean()) {
      if (clock.instant().isAfter(deadline)) {
        return false;
      }
      pass(BETWEEN_LOOKS);
    }
    return true;
  }

  /** Lets this much time pass. */
  public void pass(Duration time) throws InterruptedException {
    if (time.isPositive() && never.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new IllegalStateException("never");
    }
  }
}
