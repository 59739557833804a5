package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tandem.sync.replica.FakeCalls.Fault;

/** What holds at the end of every history of decisions. */
class DecisionStoryTest {
  private static final long SEEDS = Long.getLong("decision.seeds", 2_000);
  private static final long FROM = Long.getLong("decision.from", 1);

  @Test
  void bothSidesAreOneAndNoEditIsLost() {
    long begin = System.nanoTime();
    Optional<Long> broken = DecisionVerdict.firstBroken(FROM, SEEDS, DecisionMutant.NONE);
    broken.ifPresent(seed -> fail(story(seed)));
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "decisions: %,d seeds from %d in %.1f s, %,.0f a second, none broken%n",
        SEEDS, FROM, seconds, SEEDS / seconds);
  }

  private static DecisionVerdict story(DecisionHistory history) {
    return DecisionVerdict.of(history, DecisionMutant.NONE);
  }

  private static String story(long seed) {
    DecisionHistory smallest = DecisionVerdict.smallest(DecisionHistory.of(seed));
    DecisionVerdict verdict = story(smallest);
    return "seed %d: %s%n%s%n%s"
        .formatted(seed, verdict.broken().orElseThrow(), smallest, verdict.trace());
  }

  @Test
  void theStoriesAreAsTroubledAsTheyClaim() {
    List<String> stories =
        LongStream.range(1, 201)
            .parallel()
            .mapToObj(seed -> story(DecisionHistory.of(seed)).trace())
            .toList();
    assertThat(List.of("dies", "is held up", "lost=1", "an event is lost", "after=,"))
        .allSatisfy(what -> assertThat(stories).anyMatch(story -> story.contains(what)));
    for (Fault fault : DecisionStory.FAULTS) {
      assertThat(stories).anyMatch(story -> story.contains("WRITE suffers " + fault));
    }
  }

  @Test
  void theSameSeedIsTheSameStoryInEveryDetail() {
    for (long seed = FROM; seed < FROM + 50; seed++) {
      DecisionHistory history = DecisionHistory.of(seed);
      assertThat(story(history)).isEqualTo(story(history));
    }
  }
}
