package tandem.sync.engine;

import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tandem.sync.model.ConflictPolicy;

/**
 * What a story of decisions is made of; the same one is the same story.
 *
 * @param steps by number: each has chances of its own, so that one can be left out and the others
 *     stay what they are
 */
record DecisionHistory(long seed, ConflictPolicy policy, Levels levels, SortedSet<Integer> steps) {
  private static final int MOST_STEPS = 63;
  private static final ConflictPolicy[] ANSWERING = {
    ConflictPolicy.LATEST, ConflictPolicy.PREFER_LEFT, ConflictPolicy.PREFER_RIGHT
  };

  /**
   * How likely each thing is where it may happen.
   *
   * @param trouble a call fails
   * @param death the process dies
   * @param haste people edit while a call is under way
   * @param stall a process is held up, for longer than its lease perhaps
   * @param coming people record and delete decisions instead of editing one
   */
  record Levels(double trouble, double death, double haste, double stall, double coming) {
    Levels without(int which) {
      return new Levels(
          which == 0 ? 0 : trouble,
          which == 1 ? 0 : death,
          which == 2 ? 0 : haste,
          which == 3 ? 0 : stall,
          which == 4 ? 0 : coming);
    }
  }

  static DecisionHistory of(long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    Levels levels =
        new Levels(
            chance.nextInt(3) * 0.15,
            chance.nextInt(3) * 0.03,
            chance.nextInt(3) * 0.1,
            chance.nextInt(3) * 0.04,
            chances(seed, -2).nextInt(3) * 0.15);
    return new DecisionHistory(
        seed, ANSWERING[chance.nextInt(ANSWERING.length)], levels, steps(5 + chance.nextInt(25)));
  }

  private static SortedSet<Integer> steps(int count) {
    return IntStream.rangeClosed(1, count).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  /** What chance has in store for a step. */
  SplittableRandom chances(int step) {
    return chances(seed, step);
  }

  private static SplittableRandom chances(long seed, int step) {
    return new SplittableRandom(seed * (MOST_STEPS + 1) + step);
  }

  /** The same with one thing less. */
  Stream<DecisionHistory> smaller() {
    Stream<Levels> fewer = IntStream.range(0, 5).mapToObj(levels::without);
    return Stream.concat(
        fewer
            .filter(less -> !less.equals(levels))
            .map(less -> new DecisionHistory(seed, policy, less, steps)),
        steps.stream().map(this::without));
  }

  private DecisionHistory without(int step) {
    SortedSet<Integer> fewer = new TreeSet<>(steps);
    fewer.remove(step);
    return new DecisionHistory(seed, policy, levels, fewer);
  }
}
