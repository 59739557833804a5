package tandem.sandbox.trial;

import java.util.List;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.fault.FaultPlan;
import tandem.sandbox.fault.HookFault;

/**
 * One row of the table: what goes wrong while people edit.
 *
 * @param id short, to choose it on the command line
 * @param peer what became of the open-source peer in the like, see docs/performance.md
 * @param strikes killed in this order, spread over the edits
 */
record FaultRow(
    String id, String name, String peer, FaultPlan jira, FaultPlan linear, List<Strike> strikes) {

  static FaultRow of(String id, String name, String peer) {
    return new FaultRow(id, name, peer, FaultPlan.none(), FaultPlan.none(), List.of());
  }

  FaultRow inJira(double rate, Fault fault) {
    return new FaultRow(id, name, peer, jira.with(rate, fault), linear, strikes);
  }

  FaultRow inLinear(double rate, Fault fault) {
    return new FaultRow(id, name, peer, jira, linear.with(rate, fault), strikes);
  }

  FaultRow inBoth(double rate, Fault fault) {
    return inJira(rate, fault).inLinear(rate, fault);
  }

  FaultRow inEvents(double rate, HookFault fault) {
    return new FaultRow(id, name, peer, jira.with(rate, fault), linear.with(rate, fault), strikes);
  }

  FaultRow killing(Strike... others) {
    return new FaultRow(id, name, peer, jira, linear, List.of(others));
  }

  /** What is killed while people edit. */
  List<Strike> kills() {
    return strikes.stream().filter(strike -> strike != Strike.STATE).toList();
  }

  boolean losesState() {
    return strikes.contains(Strike.STATE);
  }
}
