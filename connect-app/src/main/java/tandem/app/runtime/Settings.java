package tandem.app.runtime;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tandem.app.connection.LinearApplication;
import tandem.app.lifecycle.AllowedHosts;

/**
 * What the operator decides, checked. Read from the environment by {@link SettingsReader}.
 *
 * @param port 1 to 65535
 * @param baseUrl where Jira, Linear and browsers reach the app; no trailing slash
 * @param dataDir the app's own folder; holds the embedded database
 * @param sweepEvery how long after a mapping's last sweep the next one is due; zero for never
 * @param revisitAfter how long after a linked issue was looked at one by one a sweep may do so
 *     again
 * @param metrics where an operator's Prometheus may ask; empty for nowhere
 * @param keyset the file of the keys that seal secrets at rest; outside {@code dataDir}
 */
record Settings(
    int port,
    URI baseUrl,
    Path dataDir,
    DatabaseSettings database,
    Path keyset,
    Jira jira,
    LinearApplication linear,
    Duration sweepEvery,
    Duration revisitAfter,
    HourlyLimits limits,
    Optional<InetSocketAddress> metrics) {

  /**
   * The Jira side.
   *
   * @param installKeys the server of the keys that sign installs
   * @param allJs the Connect client that the panels load
   */
  record Jira(URI installKeys, AllowedHosts hosts, URI allJs) {}

  /** Where rows are kept. */
  sealed interface DatabaseSettings {
    /** A PostgreSQL of our own, started and stopped with the app. */
    record Embedded() implements DatabaseSettings {}

    /** A PostgreSQL that somebody else runs. */
    record External(String jdbcUrl, String user, String password) implements DatabaseSettings {
      @Override
      public String toString() {
        return "External[" + jdbcUrl + " as " + user + "]";
      }
    }
  }
}
