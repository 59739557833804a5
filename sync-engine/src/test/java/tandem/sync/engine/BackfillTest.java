package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.B;
import static tandem.sync.engine.World.C;
import static tandem.sync.engine.World.MAPPING;
import static tandem.sync.engine.World.SITE;
import static tandem.sync.engine.World.tags;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.IssueId;
import tandem.sync.model.Side;
import tandem.sync.queue.Stop;
import tandem.sync.replica.FakeCalls.Call;
import tandem.sync.replica.FakeCalls.Fault;
import tandem.sync.store.BackfillCounts;
import tandem.sync.store.BackfillRun;
import tandem.sync.store.BackfillRun.State;

class BackfillTest {
  private final World world = new World();

  @Test
  void itFindsLinksAndReadsNoRightIssueByItself() {
    for (int i = 1; i <= 7; i++) {
      world.pair(String.valueOf(i));
    }
    BackfillRun run = backfill();
    assertThat(run.status().state()).isEqualTo(State.DONE);
    assertThat(run.counts()).isEqualTo(new BackfillCounts(7, 7, 7, 7, 0, 0, 9));
    assertThat(run.expected()).isEqualTo(OptionalLong.of(14));
    RunReport turns = world.run();
    assertThat(turns.unchanged()).isEqualTo(7);
    assertThat(world.calls())
        .as("the left ones, whose decisions may have changed before there were links")
        .isEqualTo(7);
  }

  @Test
  void aFewNewLinksAreReadRatherThanListedOnceMore() {
    world.pair("1");
    assertThat(backfill().counts().calls()).isEqualTo(2);
    assertThat(world.run().unchanged()).isEqualTo(1);
    assertThat(world.calls()).as("both sides").isEqualTo(2);
  }

  @Test
  void aLongPassListsTheRightOnceMoreToo() {
    int pairs = 1_200;
    for (int i = 1; i <= pairs; i++) {
      world.pair(String.valueOf(i));
    }
    BackfillRun run = backfill();
    assertThat(run.counts().linked()).isEqualTo(pairs);
    int counted = 1;
    assertThat(world.right.pages() - counted).isEqualTo(2 * (world.left.pages() - counted));
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
    BackfillRun again = backfill();
    assertThat(again.counts()).isEqualTo(new BackfillCounts(1, 1, 1, 0, 0, 0, 2));
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
    assertThat(backfill().counts()).isEqualTo(new BackfillCounts(1, 3, 0, 0, 1, 0, 3));
  }

  @Test
  void theFirstIssueThatNamesATwinKeepsIt() {
    world.pair("1");
    world.right.create("2", Set.of(), Set.of("https://site/LEFT-1"));
    BackfillRun run = backfill();
    assertThat(run.counts().created()).isEqualTo(1);
    assertThat(run.counts().taken()).isEqualTo(1);
    assertThat(run.counts().foreign()).isZero();
  }

  @Test
  void anIssueThatNamesSeveralTwinsGetsOne() {
    world.left.create("1", Set.of(), Set.of());
    world.left.create("2", Set.of(), Set.of());
    world.right.create("1", Set.of(), Set.of("https://site/LEFT-1", "https://site/LEFT-2"));
    assertThat(backfill().counts().created()).isEqualTo(1);
    assertThat(backfill().counts()).isEqualTo(new BackfillCounts(2, 1, 1, 0, 0, 0, 3));
  }

  @Test
  void anIssueThatNobodyNamesIsAskedWhereItPoints() {
    IssueId left = world.left.create("1", Set.of(), Set.of());
    IssueId right = world.right.create("9", Set.of(), Set.of());
    world.left.point(left, Set.of("https://elsewhere/RIGHT-9", "https://site/RIGHT-9"));
    assertThat(backfill().counts().created()).isEqualTo(1);
    assertThat(world.links.linkOf(SITE, Side.LEFT, left))
        .isEqualTo(world.links.linkOf(SITE, Side.RIGHT, right))
        .isPresent();
    int pages = world.left.pages();
    backfill();
    assertThat(world.left.pages() - pages).as("asked no more: count and listing").isEqualTo(2);
  }

  @Test
  void aTrackerThatFailsWhileItIsAskedForPointersLosesNothing() {
    IssueId left = world.left.create("1", Set.of(), Set.of());
    world.right.create("9", Set.of(), Set.of());
    world.left.point(left, Set.of("https://site/RIGHT-9"));
    int[] calls = {0};
    world.left.faults(call -> ++calls[0] == 2 ? Fault.RATE_LIMITED : Fault.NONE);
    assertThat(backfill().status().said()).isEqualTo("asked to wait");
    world.advance(Duration.ofMinutes(1));
    work();
    assertThat(find().counts().created()).isEqualTo(1);
  }

  @Test
  void twoThatAPersonTookApartAreNotLinkedAgain() {
    Pair pair = world.settledPair("1", A);
    boolean unused = world.partings.part(SITE, world.link(pair), world.instant());
    assertThat(backfill().counts().created()).isZero();
    assertThat(world.links.linkOf(SITE, Side.LEFT, pair.left())).isEmpty();
  }

  @Test
  void aPageThatFailsIsAskedForAgainAndNothingBeforeIt() {
    pairs(4);
    int[] pages = {0};
    world.right.faults(
        call -> call == Call.LIST && ++pages[0] == 2 ? Fault.ERROR_BEFORE : Fault.NONE);
    BackfillRun waiting = backfill();
    assertThat(waiting.status().state()).isEqualTo(State.RUNNING);
    assertThat(waiting.status().said()).contains("the connection broke");
    assertThat(waiting.counts().right()).as("what came through is kept").isEqualTo(3);
    assertThat(world.backfill.due()).as("it is not due yet").isEmpty();
    world.advance(Duration.ofSeconds(2));
    assertThat(world.backfill.due()).containsExactly(MAPPING);
    work();
    assertThat(find().counts()).isEqualTo(new BackfillCounts(4, 4, 4, 4, 0, 0, 4));
  }

  @Test
  void aPlaceThatTheTrackerRefusesIsGivenUpForOneMoreTryFromTheBeginning() {
    pairs(4);
    int[] pages = {0};
    world.right.faults(call -> {
      boolean second = call == Call.LIST && ++pages[0] >= 2 && pages[0] <= 4;
      return second ? Fault.REJECTED : Fault.NONE;
    });
    backfill();
    for (int i = 0; i < 5; i++) {
      world.advance(Duration.ofMinutes(1));
      work();
    }
    assertThat(find().status().state()).isEqualTo(State.DONE);
    assertThat(find().counts().right()).as("counted once").isEqualTo(4);
    assertThat(find().counts().created()).isEqualTo(4);
  }

  @Test
  void aListingThatIsAlwaysRefusedStopsItWithTheReason() {
    world.pair("1");
    world.left.faults(call -> Fault.REJECTED);
    backfill();
    for (int i = 0; i < 5; i++) {
      world.advance(Duration.ofMinutes(1));
      work();
    }
    assertThat(find().status().state()).isEqualTo(State.STOPPED);
    assertThat(find().status().said()).contains("the tracker says no");
    assertThat(world.backfill.begin(SITE, MAPPING, Instant.EPOCH)).as("again").isTrue();
  }

  @Test
  void aPausedMappingAndAStoppedTenantAreWaitedFor() {
    pairs(1);
    world.pause("no grant");
    assertThat(backfill().status().said()).isEqualTo("no grant");
    world.unpause();
    world.queue.stop(SITE, new Stop(world.instant().plusSeconds(300), "too many calls"));
    world.advance(Duration.ofMinutes(1));
    work();
    assertThat(find().status().said()).isEqualTo("too many calls");
    assertThat(world.left.pages() + world.right.pages()).isZero();
    world.advance(Duration.ofMinutes(5));
    work();
    assertThat(find().status().state()).isEqualTo(State.DONE);
  }

  @Test
  void aLostGrantStopsTheTenantAndThePassWaits() {
    pairs(1);
    world.left.faults(call -> Fault.ACCESS_GONE);
    assertThat(backfill().status().said()).isEqualTo("the grant was revoked");
    assertThat(world.queue.stopped(SITE, world.instant())).isPresent();
  }

  /** A death at each commit in turn; another node goes on, and in the end nothing is missing. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void anyNodeGoesOnWhereOneWasKilled(int deadlyCommit) {
    pairs(7);
    int[] commits = {0};
    boolean[] died = {false};
    world.backfill.begin(SITE, MAPPING, Instant.EPOCH);
    world.database.onCommit(
        () -> {},
        () -> {
          if (++commits[0] == deadlyCommit) {
            died[0] = true;
            throw new Crash();
          }
        });
    try {
      work();
    } catch (Crash killed) {
      assertThat(world.backfill.due()).as("its lease still lasts").isEmpty();
    }
    assertThat(died[0]).isTrue();
    world.database.onCommit(() -> {}, () -> {});
    world.advance(Backfill.LEASE);
    assertThat(world.backfill.due().isEmpty()).isEqualTo(find().status().state() == State.DONE);
    work();
    assertThat(find().counts()).isEqualTo(new BackfillCounts(7, 7, 7, 7, 0, 0, 9));
    world.settle();
    assertThat(world.links.linkOf(SITE, Side.RIGHT, world.right.issue("7"))).isPresent();
  }

  @Test
  void aDeathBeforeACommitLosesNothingEither() {
    pairs(7);
    int[] commits = {0};
    world.backfill.begin(SITE, MAPPING, Instant.EPOCH);
    world.database.onCommit(
        () -> {
          if (++commits[0] == 6) {
            throw new Crash();
          }
        },
        () -> {});
    try {
      work();
    } catch (Crash killed) {
      world.database.onCommit(() -> {}, () -> {});
    }
    world.advance(Backfill.LEASE);
    work();
    assertThat(find().counts().created()).isEqualTo(7);
    assertThat(find().counts().left()).isEqualTo(7);
  }

  @Test
  void twoNodesNeverWorkOnOnePass() {
    pairs(7);
    world.backfill.begin(SITE, MAPPING, Instant.EPOCH);
    int[] nested = {0};
    world.onOpen(mapping -> {
      nested[0]++;
      world.backfill.work(MAPPING, "another node");
    });
    work();
    assertThat(nested[0]).as("the other one did not come to open it").isEqualTo(1);
    assertThat(world.backfill.begin(SITE, MAPPING, Instant.EPOCH)).as("it is over").isTrue();
    assertThat(world.backfill.begin(SITE, MAPPING, Instant.EPOCH)).as("one is running").isFalse();
  }

  @Test
  void aCancelledPassStopsAtItsNextPage() {
    pairs(7);
    int[] pages = {0};
    world.left.faults(call -> {
      if (call == Call.LIST && ++pages[0] == 1) {
        world.backfill.cancel(SITE, MAPPING);
      }
      return Fault.NONE;
    });
    assertThat(backfill().status().state()).isEqualTo(State.CANCELLED);
    assertThat(pages[0]).as("one page, and a look at each of its issues").isEqualTo(4);
    assertThat(find().counts().linked()).as("the page under way kept nothing").isZero();
    assertThat(world.backfill.cancel(SITE, MAPPING)).as("nothing is running").isFalse();
    assertThat(backfill().counts().created()).as("a new one").isEqualTo(7);
  }

  @Test
  void aLiveObservationThatIsNewerThanThePageIsKept() {
    Pair pair = world.settledPair("1", A);
    var old = world.left.present(pair.left());
    world.edit(Side.LEFT, pair, B);
    world.deliver();
    world.edit(Side.LEFT, pair, C);
    world.events.clear();
    world.left.listsAs(pair.left(), old);
    backfill();
    assertThat(world.view(pair).own().orElseThrow().budgets()).isEqualTo(tags(B));
    world.left.listsAs(pair.left(), world.left.present(pair.left()));
    backfill();
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(C));
  }

  private void pairs(int count) {
    for (int i = 1; i <= count; i++) {
      world.pair(String.valueOf(i));
    }
  }

  private BackfillRun backfill() {
    return world.backfill.run(SITE, MAPPING, Instant.EPOCH);
  }

  private void work() {
    world.backfill.work(MAPPING, "one");
  }

  private BackfillRun find() {
    return world.backfill.find(SITE, MAPPING).orElseThrow();
  }
}
