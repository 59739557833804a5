package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.B;
import static tandem.sync.engine.World.MAPPING;
import static tandem.sync.engine.World.SITE;
import static tandem.sync.engine.World.tags;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.Side;
import tandem.sync.replica.FakeTracker.Fault;

class BackfillTest {
  private final World world = new World();

  @Test
  void itFindsLinksAndReadsNoIssueByItself() {
    for (int i = 1; i <= 7; i++) {
      world.pair(String.valueOf(i));
    }
    BackfillReport report = backfill();
    assertThat(report).isEqualTo(new BackfillReport(7, 7, 7, 7, 0, 0, 6, Optional.empty()));
    RunReport turns = world.run();
    assertThat(turns.unchanged()).isEqualTo(7);
    assertThat(world.calls()).as("reads and writes").isZero();
  }

  @Test
  void aTagOnOneSideGoesToTheOther() {
    Pair pair = world.pair("1");
    world.edit(Side.RIGHT, pair, B);
    world.events.clear();
    backfill();
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  @Test
  void aSecondRunFindsNothingNew() {
    Pair pair = world.settledPair("1", A);
    BackfillReport again = backfill();
    assertThat(again.created()).isZero();
    assertThat(again.linked()).isEqualTo(1);
    assertThat(world.view(pair).dirty()).isFalse();
  }

  @Test
  void aLaterRunHealsWhatNoEventTold() {
    Pair pair = world.settledPair("1", A);
    world.edit(Side.LEFT, pair, B);
    world.events.clear();
    backfill();
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  @Test
  void hintsOfAnotherSiteOrOfNoIssueLinkNothing() {
    world.left.create("1", Set.of(), Set.of());
    world.right.create("1", Set.of(), Set.of("https://elsewhere/LEFT-1"));
    world.right.create("2", Set.of(), Set.of("https://site/LEFT-99"));
    world.right.create("3", Set.of(), Set.of());
    BackfillReport report = backfill();
    assertThat(report.linked()).isZero();
    assertThat(report.foreign()).isEqualTo(2);
  }

  @Test
  void theFirstIssueThatNamesATwinKeepsIt() {
    world.pair("1");
    world.right.create("2", Set.of(), Set.of("https://site/LEFT-1"));
    BackfillReport report = backfill();
    assertThat(report.created()).isEqualTo(1);
    assertThat(report.taken()).isEqualTo(1);
  }

  @Test
  void aListingThatFailsEndsItWithTheReasonAndKeepsWhatWasFound() {
    for (int i = 1; i <= 4; i++) {
      world.pair(String.valueOf(i));
    }
    int[] pages = {0};
    world.right.faults(call -> ++pages[0] == 2 ? Fault.ERROR_BEFORE : Fault.NONE);
    BackfillReport report = backfill();
    assertThat(report.stopped()).contains("the connection broke");
    assertThat(report.created()).isEqualTo(3);
  }

  @Test
  void aPausedMappingIsNotBegun() {
    world.pair("1");
    world.pause("no grant");
    assertThat(backfill().stopped()).contains("no grant");
  }

  private BackfillReport backfill() {
    return world.backfill.run(SITE, MAPPING, Instant.EPOCH);
  }
}
