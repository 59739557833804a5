package tandem.sync.linear;

import java.time.InstantSource;
import tandem.sync.http.CallLimits;
import tandem.sync.http.TrackerHttp;

/**
 * The way to Linear: one client with its connections, circuit breaker and limits for the whole
 * process. Safe for many threads.
 */
public final class LinearHttp {
  private final InstantSource clock;
  private final TrackerHttp http;

  /**
   * With {@link CallLimits#DEFAULT}.
   *
   * @param clock tells how long a rate limit lasts
   */
  public LinearHttp(InstantSource clock) {
    this(clock, CallLimits.DEFAULT);
  }

  public LinearHttp(InstantSource clock, CallLimits limits) {
    this.clock = clock;
    this.http = new TrackerHttp("Linear", limits);
  }

  InstantSource clock() {
    return clock;
  }

  TrackerHttp http() {
    return http;
  }
}
