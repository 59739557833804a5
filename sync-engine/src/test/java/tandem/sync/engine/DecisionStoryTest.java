package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tandem.sync.engine.DecisionStory.Edit;
import tandem.sync.model.Fact;
import tandem.sync.model.Side;

/** What holds at the end of every history of a decision. */
class DecisionStoryTest {
  private static final long SEEDS = Long.getLong("decision.seeds", 2_000);
  private static final long FROM = Long.getLong("decision.from", 1);

  @Test
  void bothSidesAreOneAndNoEditIsLost() {
    LongStream.range(FROM, FROM + SEEDS).parallel().forEach(DecisionStoryTest::check);
  }

  /** The mutant. */
  @Test
  void whoDoesNotHearWhatItsWritesReplacedLosesEdits() {
    assertThat(
            LongStream.range(FROM, FROM + 2_000)
                .parallel()
                .mapToObj(seed -> new DecisionStory(seed, true))
                .anyMatch(DecisionStoryTest::isLossy))
        .isTrue();
  }

  private static boolean isLossy(DecisionStory story) {
    try {
      assertNothingLost(story.play());
      return false;
    } catch (AssertionError lost) {
      return true;
    }
  }

  private static void check(long seed) {
    DecisionStory story = new DecisionStory(seed);
    try {
      story.play();
      assertOne(story);
      assertNothingLost(story);
      assertQuiet(story);
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError("seed " + seed + "\n" + story.trace(), broken);
    }
  }

  private static void assertOne(DecisionStory story) {
    assertThat(story.outcome(Side.LEFT)).isEqualTo(story.outcome(Side.RIGHT));
    assertThat(story.held(Side.LEFT).says(story.held(Side.RIGHT))).isTrue();
    assertThat(story.world().left.decisions(story.pair().left())).isEqualTo(1);
    assertThat(story.world().right.decisions(story.pair().right())).isEqualTo(1);
  }

  /** Every value is set once, so who set what over what tells who knew what. */
  private static void assertNothingLost(DecisionStory story) {
    Map<Fact, String> outcome = story.outcome(Side.LEFT);
    for (Edit edit : story.edits()) {
      boolean stands = outcome.get(edit.field()).equals(edit.after());
      boolean replaced = story.edits().stream().anyMatch(it -> DecisionStory.isOver(edit, it));
      boolean knowingly =
          story.edits().stream()
              .anyMatch(
                  it -> DecisionStory.isOver(edit, it) && !it.inTheDark() && !story.mayBeLost(it));
      assertThat(stands && knowingly).as("stands, knowingly replaced: %s", edit).isFalse();
      boolean kept = story.kept().anyMatch(text -> DecisionStory.isIn(text, edit));
      assertThat(stands || replaced || kept || story.isUntold(edit))
          .as("lost without a trace: %s", edit)
          .isTrue();
    }
  }

  private static void assertQuiet(DecisionStory story) {
    World world = story.world();
    var state = world.links.decisions().find(world.link(story.pair())).of(DecisionStory.ID);
    assertThat(state.intents()).isEmpty();
    assertThat(state.disputes()).isEmpty();
    assertThat(world.queue.size()).isZero();
    int writes = world.left.writes() + world.right.writes();
    world.intake.touched(World.SITE, Side.LEFT, story.pair().left());
    world.intake.touched(World.SITE, Side.RIGHT, story.pair().right());
    world.settle();
    assertThat(world.left.writes() + world.right.writes()).isEqualTo(writes);
  }
}
