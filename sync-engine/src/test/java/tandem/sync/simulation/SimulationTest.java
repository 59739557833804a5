package tandem.sync.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The real reconcile, engine and retry decisions on trackers, store and queue in memory, over many
 * seeded histories. {@code ./tandem simulate --seeds 1000000 --from 7} plays more or others.
 */
class SimulationTest {
  private static final long SEEDS = Long.getLong("tandem.seeds", 1_000_000);
  private static final long FROM = Long.getLong("tandem.seeds.from", 1);
  private static final int SOME = 500;

  @Test
  void everyHistoryKeepsEveryPromise() {
    long begin = System.nanoTime();
    Optional<Long> broken = Verdict.firstBroken(FROM, SEEDS, Mutant.NONE);
    broken.ifPresent(seed -> fail(story(seed)));
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "simulation: %,d seeds from %d in %.0f s, %,.0f a second, none broken%n",
        SEEDS, FROM, seconds, SEEDS / seconds);
  }

  /** The story of the smallest history that is left of a broken one, one line an event. */
  private static String story(long seed) {
    History smallest = Shrink.smallest(History.of(seed), Mutant.NONE);
    Verdict verdict = Verdict.of(smallest, Mutant.NONE, true);
    return "seed %d: %s%n%s%n%s"
        .formatted(seed, verdict.broken().orElseThrow(), smallest.inWords(), verdict.story());
  }

  @Test
  void theSameSeedIsTheSameHistoryInEveryDetail() {
    for (long seed = FROM; seed < FROM + SOME; seed++) {
      assertThat(trace(seed)).as("seed %d", seed).isEqualTo(trace(seed));
    }
  }

  private static long trace(long seed) {
    return Verdict.of(History.of(seed), Mutant.NONE, false).hash();
  }

  @Test
  void theHistoriesAreAsTroubledAsTheyClaim() {
    assertThat(happened("dies at")).as("processes that died").isGreaterThan(SOME / 10);
    assertThat(happened("it lost its lease")).as("workers that lost their lease").isPositive();
    assertThat(happened("takes effect")).as("writes applied late").isPositive();
    assertThat(happened("meanwhile")).as("things in the middle of a call").isPositive();
    for (Trouble trouble : Trouble.values()) {
      if (trouble != Trouble.NONE) {
        assertThat(happened(", but " + trouble)).as(trouble.name()).isPositive();
      }
    }
  }

  private static int happened(String what) {
    ToIntFunction<String> count = story -> story.split(what, -1).length - 1;
    return LongStream.range(1, 1 + SOME * 4L)
        .mapToObj(seed -> Verdict.of(History.of(seed), Mutant.NONE, true).story())
        .mapToInt(count)
        .sum();
  }
}
