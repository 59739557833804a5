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
 * @param issues how many are made in Jira, in a mapping that creates their twins in Linear
 */
record FaultRow(
    String id,
    String name,
    String peer,
    FaultPlan jira,
    FaultPlan linear,
    List<Strike> strikes,
    int issues) {

  static FaultRow of(String id, String name, String peer) {
    return new FaultRow(id, name, peer, FaultPlan.none(), FaultPlan.none(), List.of(), 0);
  }

  FaultRow inJira(double rate, Fault fault) {
    return new FaultRow(id, name, peer, jira.with(rate, fault), linear, strikes, issues);
  }

  FaultRow inLinear(double rate, Fault fault) {
    return new FaultRow(id, name, peer, jira, linear.with(rate, fault), strikes, issues);
  }

  FaultRow inBoth(double rate, Fault fault) {
    return inJira(rate, fault).inLinear(rate, fault);
  }

  FaultRow inEvents(double rate, HookFault fault) {
    return new FaultRow(
        id, name, peer, jira.with(rate, fault), linear.with(rate, fault), strikes, issues);
  }

  FaultRow killing(Strike... others) {
    return new FaultRow(id, name, peer, jira, linear, List.of(others), issues);
  }

  FaultRow making(int others) {
    return new FaultRow(id, name, peer, jira, linear, strikes, others);
  }

  boolean makesIssues() {
    return issues > 0;
  }

  /** What is killed while people edit. */
  List<Strike> kills() {
    return strikes.stream()
        .filter(strike -> strike == Strike.APP || strike == Strike.DATABASE)
        .toList();
  }

  /** How often the app is killed when a twin was made for it. */
  int ambushes() {
    return (int) strikes.stream().filter(Strike.MAKER::equals).count();
  }

  boolean losesState() {
    return strikes.contains(Strike.STATE);
  }
}
