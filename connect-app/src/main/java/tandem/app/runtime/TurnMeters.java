package tandem.app.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import tandem.sync.engine.RunReport;

/** Counts what this node's turns did. */
final class TurnMeters {
  private final MeterRegistry registry;

  TurnMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void add(RunReport report) {
    worked("unchanged", report.unchanged());
    worked("settled", report.settled());
    worked("postponed", report.postponed());
    worked("quarantined", report.quarantined());
    worked("lost", report.lost());
    registry.counter("tandem.remote.calls", "kind", "read").increment(report.reads());
    registry.counter("tandem.remote.calls", "kind", "write").increment(report.writes());
    registry.counter("tandem.conflicts.found").increment(report.conflicts());
  }

  private void worked(String outcome, int links) {
    registry.counter("tandem.links.worked", "outcome", outcome).increment(links);
  }
}
