package tandem.sync.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tandem.sync.model.Budget;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Draw;
import tandem.sync.model.Side;
import tandem.sync.simulation.Step.Act;

/** Draws a history from a seed. Short ones and calm ones are as frequent as long and wild ones. */
final class Fate {
  private static final List<Budget> BUDGETS =
      List.of(new Budget("a"), new Budget("b"), new Budget("c"));
  private static final int SIZES = 14;
  private static final int SOME_AWAITS = 70;
  private static final int SOME_CALLS = 10;

  private final long seed;
  private final SplittableRandom random;
  private final int size;
  private final int pairs;
  private final boolean bothSides;

  Fate(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.size = 2 + (int) Math.floorMod(seed, SIZES);
    this.pairs = random.nextInt(5) == 0 ? 2 : 1;
    this.bothSides = random.nextInt(4) != 0;
  }

  History history() {
    ConflictPolicy policy = ConflictPolicy.values()[random.nextInt(4)];
    List<Draw> start = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      start.add(random.nextInt(3) == 0 ? Draw.NONE : Draw.on(budget()));
    }
    Duration skew = Duration.ofSeconds(30L * (random.nextInt(3) - 1));
    return new History(seed, policy, start, skew, steps(size), incidents(), troubles());
  }

  private List<Step> steps(int many) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      steps.add(step());
    }
    return steps;
  }

  private Step step() {
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3, 4 -> edit();
      case 5, 6, 7 -> new Step.Deliver(random.nextInt(8), random.nextInt(5) == 0);
      case 8 -> new Step.Repeat(random.nextInt(8));
      case 9 -> new Step.Lose(random.nextInt(8));
      case 10 -> new Step.Pass(Duration.ofMillis(random.nextInt(3_000)));
      case 11 -> new Step.Pass(Duration.ofMillis(random.nextInt(90_000)));
      case 12 -> random.nextInt(3) == 0 ? new Step.Sweep() : new Step.Work();
      default -> new Step.Work();
    };
  }

  private Step edit() {
    Side side = bothSides && random.nextBoolean() ? Side.RIGHT : Side.LEFT;
    Act act =
        switch (random.nextInt(6)) {
          case 0 -> Act.CLEARS;
          case 1 -> Act.ADDS;
          default -> Act.SETTLES_ON;
        };
    return new Step.Edit(random.nextInt(pairs), side, act, budget());
  }

  private Budget budget() {
    return BUDGETS.get(random.nextInt(BUDGETS.size()));
  }

  private SortedMap<Integer, Incident> incidents() {
    SortedMap<Integer, Incident> incidents = new TreeMap<>();
    int many = random.nextInt(5);
    for (int i = 0; i < many; i++) {
      incidents.put(1 + random.nextInt(SOME_AWAITS), incident());
    }
    return incidents;
  }

  private Incident incident() {
    if (random.nextInt(3) == 0) {
      return new Incident.Dies();
    }
    if (random.nextInt(4) == 0) {
      return new Incident.Waits(Duration.ofMillis(61_000 + random.nextInt(9_000)), takeover());
    }
    int millis = random.nextBoolean() ? random.nextInt(10_000) : random.nextInt(75_000);
    return new Incident.Waits(Duration.ofMillis(millis), steps(random.nextInt(5)));
  }

  /** What it takes for a second worker to come to another plan meanwhile. */
  private List<Step> takeover() {
    List<Step> steps = new ArrayList<>();
    if (random.nextBoolean()) {
      steps.add(edit());
      steps.add(new Step.Deliver(random.nextInt(8), random.nextInt(3) == 0));
    }
    steps.add(new Step.Work());
    steps.addAll(steps(random.nextInt(3)));
    return steps;
  }

  private SortedMap<Integer, Trouble> troubles() {
    SortedMap<Integer, Trouble> troubles = new TreeMap<>();
    int many = random.nextInt(4);
    for (int i = 0; i < many; i++) {
      Trouble[] all = Trouble.values();
      troubles.put(1 + random.nextInt(SOME_CALLS), all[1 + random.nextInt(all.length - 1)]);
    }
    return troubles;
  }
}
