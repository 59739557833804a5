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
  static final List<Budget> BUDGETS = List.of(new Budget("a"), new Budget("b"), new Budget("c"));
  private static final int SIZES = 14;
  private static final List<Integer> AWAITS = List.of(12, 30, 70);
  private static final int KINDS = 5;
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
    return switch (random.nextInt(18)) {
      case 0, 1, 2, 3, 4 -> edit();
      case 5, 6, 7 -> new Step.Deliver(random.nextInt(8), random.nextInt(5) == 0);
      case 8 -> new Step.Repeat(random.nextInt(8));
      case 9 -> new Step.Lose(random.nextInt(8));
      case 10 -> new Step.Pass(Duration.ofMillis(random.nextInt(3_000)));
      case 11 -> new Step.Pass(Duration.ofMillis(random.nextInt(90_000)));
      case 12 -> random.nextInt(3) == 0 ? new Step.Sweep() : new Step.Work();
      case 16 -> new Step.Choose(random.nextInt(pairs), anySide(), budget());
      case 17 -> new Step.Undo(random.nextInt(pairs), random.nextInt(2));
      default -> new Step.Work();
    };
  }

  private Side anySide() {
    return random.nextBoolean() ? Side.LEFT : Side.RIGHT;
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
    int many = random.nextInt(7);
    int awaits = AWAITS.get(random.nextInt(AWAITS.size()));
    int mood = random.nextInt(KINDS);
    for (int i = 0; i < many; i++) {
      int kind = random.nextInt(3) == 0 ? random.nextInt(KINDS) : mood;
      incidents.put(1 + random.nextInt(awaits), incident(kind));
    }
    return incidents;
  }

  /** What is rare takes several incidents of one kind. */
  private Incident incident(int kind) {
    return switch (kind) {
      case 0 -> new Incident.Dies();
      case 1 -> new Incident.Waits(millis(61_000, 70_000), takeover());
      case 2 -> new Incident.Waits(millis(0, 2_000), news());
      case 3 -> new Incident.Waits(millis(0, 10_000), steps(random.nextInt(5)));
      default -> new Incident.Waits(millis(0, 75_000), steps(random.nextInt(5)));
    };
  }

  private Duration millis(int least, int most) {
    return Duration.ofMillis(random.nextInt(least, most));
  }

  /** Somebody edits, and the event is there at once. */
  private List<Step> news() {
    return List.of(edit(), new Step.Deliver(random.nextInt(8), random.nextInt(3) == 0));
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
