package tandem.sandbox.fault;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Decides what goes wrong. The same seed and the same sequence of questions give the same faults;
 * where calls run in parallel, their order is the machine's. Safe for use by many threads.
 */
public final class Nemesis {
  private final RandomGenerator random;
  private final Map<String, Queue<Fault>> planned = new HashMap<>();
  private FaultPlan plan = FaultPlan.none();
  private Consumer<String> losses = body -> {};

  public Nemesis(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** Replaces the plan of chances; faults planned by {@link #next} stay. */
  public synchronized void set(FaultPlan faults) {
    plan = faults;
  }

  public synchronized FaultPlan plan() {
    return plan;
  }

  /**
   * The next call of this operation meets this fault, whatever the plan says; several queue up.
   * Operations are named as the server counts them, for instance {@code PUT
   * /rest/api/3/issue/{issueIdOrKey}}.
   */
  public synchronized void next(String operation, Fault fault) {
    planned.computeIfAbsent(operation, name -> new ArrayDeque<>()).add(fault);
  }

  /** Forgets the plan and everything planned by {@link #next}. */
  public synchronized void calm() {
    planned.clear();
    plan = FaultPlan.none();
  }

  /** What strikes this call, if anything. Each question draws once. */
  public synchronized Optional<Fault> onRequest(String operation) {
    var queue = planned.get(operation);
    if (queue != null && !queue.isEmpty()) {
      return Optional.of(queue.remove());
    }
    return draw(plan.requests());
  }

  /** What strikes this webhook delivery, if anything. Each question draws once. */
  public synchronized Optional<HookFault> onDelivery() {
    return draw(plan.webhooks());
  }

  /** Whoever accounts for edits is told of each delivery that is lost, with its body. */
  public synchronized void tellOfLosses(Consumer<String> listener) {
    losses = listener;
  }

  /** A delivery is lost, as {@link #onDelivery} said. */
  public void lose(String body) {
    Consumer<String> listener;
    synchronized (this) {
      listener = losses;
    }
    listener.accept(body);
  }

  private <F> Optional<F> draw(List<Chance<F>> chances) {
    if (chances.isEmpty()) {
      return Optional.empty();
    }
    double left = random.nextDouble();
    for (var chance : chances) {
      left -= chance.rate();
      if (left < 0) {
        return Optional.of(chance.fault());
      }
    }
    return Optional.empty();
  }
}
