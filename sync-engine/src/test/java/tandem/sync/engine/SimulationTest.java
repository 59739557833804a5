package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tandem.sync.engine.Story.Cast;
import tandem.sync.engine.Story.Edit;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.Budget;
import tandem.sync.model.Side;
import tandem.sync.store.ConflictRecord;
import tandem.sync.store.Receipt;

/**
 * The real reconcile, engine and retry decisions on trackers, store and queue in memory, over many
 * seeded histories. {@code -Dtandem.seeds=1000000 -Dtandem.seeds.from=7} plays more or others.
 */
class SimulationTest {
  private static final long SEEDS = Long.getLong("tandem.seeds", 3_000);
  private static final long FROM = Long.getLong("tandem.seeds.from", 1);

  @Test
  void theLastEditOfACalmTeamWinsWhateverHappensOnTheWay() {
    forEachSeed(
        Cast.ONE_SIDE,
        story -> {
          for (int i = 0; i < story.pairs().size(); i++) {
            List<Edit> edits = story.edits(i);
            if (!edits.isEmpty()) {
              assertThat(story.tagsAtTheEnd().get(i)).containsOnly(edits.getLast().tags());
            }
          }
          assertThat(story.world().links.allConflicts()).isEmpty();
        });
  }

  @Test
  void bothSidesBecomeOneOfTheValuesThatPeopleChose() {
    forEachSeed(
        Cast.BOTH_SIDES,
        story -> {
          for (int i = 0; i < story.pairs().size(); i++) {
            List<SortedSet<Budget>> ends = story.tagsAtTheEnd().get(i);
            assertThat(ends.getFirst()).isEqualTo(ends.getLast());
            if (!story.edits(i).isEmpty()) {
              assertThat(story.edits(i).stream().map(Edit::tags)).contains(ends.getFirst());
            }
          }
        });
  }

  @Test
  void whatLostStandsInAReceiptOrAConflict() {
    forEachSeed(
        Cast.BOTH_SIDES,
        story -> {
          for (int i = 0; i < story.pairs().size(); i++) {
            for (Side side : Side.values()) {
              assertLastEditIsAccountedFor(story, i, side);
            }
          }
        });
  }

  @Test
  void onceQuietNoRepetitionOfAnyEventCausesACall() {
    forEachSeed(
        Cast.BOTH_SIDES,
        story -> {
          int calls = story.world().calls();
          story.delivered().forEach(story.world()::deliver);
          RunReport report = story.world().settle();
          assertThat(report).isEqualTo(RunReport.NOTHING);
          assertThat(story.world().calls()).isEqualTo(calls);
          assertThat(story.world().queue.size()).as("dirty links and leases").isZero();
        });
  }

  @Test
  void theSameSeedIsTheSameHistory() {
    for (long seed = FROM; seed < FROM + SEEDS / 10; seed++) {
      for (Cast cast : Cast.values()) {
        assertThat(new Story(seed, cast).play().trace())
            .isEqualTo(new Story(seed, cast).play().trace());
      }
    }
  }

  @Test
  void theHistoriesAreAsTroubledAsTheyClaim() {
    int crashes = 0;
    int lost = 0;
    for (long seed = FROM; seed < FROM + 200; seed++) {
      Story story = new Story(seed, Cast.BOTH_SIDES).play();
      crashes += story.crashes();
      lost += story.trace().contains("lost=1") ? 1 : 0;
    }
    assertThat(crashes).isGreaterThan(100);
    assertThat(lost).as("workers that lost their lease").isPositive();
  }

  /**
   * The last edit of a side is what stands, or what it lost to left a trace of it. Two kinds may
   * give way without one: a tag that was taken away (R04), and an edit back to the base.
   */
  private static void assertLastEditIsAccountedFor(Story story, int pair, Side side) {
    story.edits(pair).stream()
        .filter(edit -> edit.side() == side)
        .reduce((earlier, later) -> later)
        .filter(edit -> !edit.tags().isEmpty() && !edit.backToBase())
        .ifPresent(edit ->
            assertThat(traces(story, pair))
                .as("of %s", edit)
                .anyMatch(trace -> trace.containsAll(edit.tags())));
  }

  private static Set<SortedSet<Budget>> traces(Story story, int index) {
    World world = story.world();
    Pair pair = story.pairs().get(index);
    Set<SortedSet<Budget>> traces = new HashSet<>(story.tagsAtTheEnd().get(index));
    for (Receipt receipt : world.links.receipts(world.link(pair))) {
      traces.add(receipt.before());
      traces.add(receipt.after().tags());
    }
    for (ConflictRecord conflict : world.links.allConflicts()) {
      traces.add(conflict.left());
      traces.add(conflict.right());
    }
    return traces;
  }

  private static void forEachSeed(Cast cast, Consumer<Story> claim) {
    for (long seed = FROM; seed < FROM + SEEDS; seed++) {
      Story story = new Story(seed, cast);
      try {
        claim.accept(story.play());
      } catch (AssertionError | RuntimeException broken) {
        throw new AssertionError("seed " + seed + ":\n" + story.trace(), broken);
      }
    }
  }
}
