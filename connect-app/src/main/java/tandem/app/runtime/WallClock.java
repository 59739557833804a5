package tandem.app.runtime;

import io.github.bucket4j.TimeMeter;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** The app's clock as bucket4j wants it: the buckets are shared, so time is the calendar's. */
record WallClock(InstantSource clock) implements TimeMeter {
  @Override
  public long currentTimeNanos() {
    return TimeUnit.MILLISECONDS.toNanos(clock.millis());
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
