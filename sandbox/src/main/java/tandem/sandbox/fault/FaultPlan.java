package tandem.sandbox.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * What the nemesis does from now on. At most one fault strikes a request and at most one a
 * delivery, so the rates of each list sum to at most 1. Calls of people in a browser and of the
 * sandbox's own controls are spared.
 */
public record FaultPlan(List<Chance<Fault>> requests, List<Chance<HookFault>> webhooks) {
  public FaultPlan {
    requests = List.copyOf(requests);
    webhooks = List.copyOf(webhooks);
    check(requests);
    check(webhooks);
  }

  /** Nothing goes wrong. */
  public static FaultPlan none() {
    return new FaultPlan(List.of(), List.of());
  }

  /** This plan and one more fault of requests. */
  public FaultPlan with(double rate, Fault fault) {
    return new FaultPlan(joined(requests, new Chance<>(rate, fault)), webhooks);
  }

  /** This plan and one more fault of webhook deliveries. */
  public FaultPlan with(double rate, HookFault fault) {
    return new FaultPlan(requests, joined(webhooks, new Chance<>(rate, fault)));
  }

  private static <T> List<T> joined(List<T> list, T one) {
    var all = new ArrayList<>(list);
    all.add(one);
    return all;
  }

  private static <F> void check(List<Chance<F>> chances) {
    double sum = chances.stream().mapToDouble(Chance::rate).sum();
    if (sum > 1.000_001) {
      throw new IllegalArgumentException("the rates sum to " + sum + ", more than 1");
    }
  }
}
