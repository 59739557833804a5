package tandem.sync.linear;

import java.time.InstantSource;

/**
 * The way to Linear: one client with its connections, circuit breakers and limits for the whole
 * process. Safe for many threads.
 */
public final class LinearHttp {
  final InstantSource clock;

  /** With the default time limits. */
  public LinearHttp(InstantSource clock) {
    this.clock = clock;
  }
}
