package tandem.sandbox.stage;

import java.time.Duration;

/** The PostgreSQL under the app, seen from outside. */
public interface DatabaseServer {
  /**
   * {@code kill -9} of the server and everything that it started. Whoever looks after it starts it
   * again: the app its own one, a service manager any other.
   */
  void kill();

  /** Processor time of the server and of what it has running now; connections that ended not. */
  Duration cpu();
}
