package tandem.sync.jira;

import java.time.InstantSource;

/**
 * The way to all Jira sites: one client with its connections, circuit breakers and limits for the
 * whole process. Safe for many threads.
 */
public final class JiraHttp {
  final InstantSource clock;

  /** With the default time limits. */
  public JiraHttp(InstantSource clock) {
    this.clock = clock;
  }
}
