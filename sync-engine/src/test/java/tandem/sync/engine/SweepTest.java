package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.B;
import static tandem.sync.engine.World.C;
import static tandem.sync.engine.World.MAPPING;
import static tandem.sync.engine.World.SITE;
import static tandem.sync.engine.World.tags;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tandem.sync.engine.SweepReport.Drift;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.Draw;
import tandem.sync.model.Side;
import tandem.sync.queue.Stop;
import tandem.sync.replica.FakeCalls.Fault;
import tandem.sync.store.DriftCause;
import tandem.sync.store.DriftLog.Entry;
import tandem.sync.store.DriftLog.Place;
import tandem.sync.store.Intent;
import tandem.sync.store.MemoryDriftLog;
import tandem.sync.store.MemorySweepMarks;

class SweepTest {
  private final World world = new World();
  private final MemorySweepMarks marks = new MemorySweepMarks();
  private final MemoryDriftLog drift = new MemoryDriftLog();
  private final Sweep sweep = world.sweep(marks, drift);
  private final Pair pair = world.settledPair("1", A);

  @BeforeEach
  void aFirstPassFindsWhatTheBackfillKnows() {
    assertThat(run()).isEqualTo(quiet(1, 1));
  }

  @ParameterizedTest
  @EnumSource
  void aChangeWhoseEventWasLostIsFoundCountedAndHealed(Side side) {
    editUnheard(side);
    world.advance(Duration.ofMinutes(3));
    SweepReport report = run();
    assertThat(drift(report, side).missed()).isEqualTo(1);
    assertThat(drift(report, side.other()).missed()).isZero();
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
    assertThat(marks.find(SITE, MAPPING, side).orElseThrow().missed()).isEqualTo(1);
  }

  @Test
  void ourOwnWritesAreNoDrift() {
    editUnheard(Side.RIGHT);
    world.advance(Duration.ofMinutes(3));
    run();
    world.run();
    world.events.clear();
    world.advance(Duration.ofMinutes(3));
    assertThat(run().left().missed()).isZero();
    assertThat(world.settle()).isEqualTo(RunReport.NOTHING);
  }

  @Test
  void aChangeOfThisMomentIsHealedTooButItsEventWasNotMissedYet() {
    editUnheard(Side.RIGHT);
    SweepReport report = run();
    assertThat(report.right()).isEqualTo(new Drift(1, Map.of(DriftCause.UNDER_WAY, 1), 1));
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  @Test
  void whatIsOlderThanThePlaceAndTheOverlapIsNotListedAgain() {
    world.advance(Duration.ofMinutes(20));
    Pair younger = world.settledPair("2", C);
    assertThat(run().left().looked()).as("from the first place on").isEqualTo(2);
    world.advance(Duration.ofMinutes(20));
    assertThat(run().left().looked()).isEqualTo(1);
    assertThat(world.tags(younger)).containsOnly(tags(C));
  }

  @Test
  void aSideThatFailsIsSweptFromTheSamePlaceNextTimeAndTheOtherIsNotHeldUp() {
    editUnheard(Side.RIGHT);
    world.advance(Duration.ofMinutes(20));
    world.right.faults(call -> Fault.ERROR_BEFORE);
    SweepReport report = run();
    assertThat(report.problems()).hasSize(1);
    assertThat(report.left().looked()).isEqualTo(1);
    assertThat(sweep.isDue(SITE, MAPPING, world.instant())).as("the right side").isTrue();
    world.right.faults(call -> Fault.NONE);
    assertThat(run().right().missed()).isEqualTo(1);
    assertThat(sweep.isDue(SITE, MAPPING, world.instant())).isFalse();
  }

  @Test
  void aPausedMappingAndAStoppedTenantAreLeftAlone() {
    int pages = world.left.pages();
    world.pause("Linear is not connected.");
    assertThat(run().problems()).containsExactly("Linear is not connected.");
    world.unpause();
    world.queue.stop(SITE, new Stop(world.instant().plusSeconds(60), "too many calls"));
    assertThat(run().problems()).containsExactly("too many calls");
    assertThat(world.left.pages()).isEqualTo(pages);
  }

  @Test
  void aWriteThatMayNeverHaveHappenedIsNotTheLastOne() {
    world.edit(Side.RIGHT, pair, B);
    world.settle();
    var doubtful = new Intent(0, Side.LEFT, tags(C), Draw.NONE, "R02", world.instant(), false);
    world.links.intend(world.link(pair), doubtful, world.instant());
    Intent stored = world.links.find(world.link(pair)).orElseThrow().intents().getLast();
    world.links.doubted(world.link(pair), stored, world.instant());
    world.links.agreed(world.link(pair), Draw.on(B), world.instant());
    world.edit(Side.LEFT, pair, A);
    world.events.clear();
    world.advance(Duration.ofMinutes(3));
    assertThat(run().left().of(DriftCause.OVERWRITTEN)).isEqualTo(1);
  }

  @Test
  void whatWasPutBackAfterOurWriteIsCalledOverwritten() {
    world.edit(Side.RIGHT, pair, B);
    world.settle();
    world.edit(Side.LEFT, pair, A);
    world.events.clear();
    world.advance(Duration.ofMinutes(3));
    assertThat(run().left().of(DriftCause.OVERWRITTEN)).isEqualTo(1);
    assertThat(drift.of(new Place(SITE, MAPPING, Side.LEFT)))
        .extracting(Entry::cause)
        .containsExactly(DriftCause.OVERWRITTEN);
  }

  @Test
  void aMissedChangeOfANativelySyncedIssueIsSaidToBeOne() {
    world.right.syncNatively(pair.right());
    editUnheard(Side.RIGHT);
    world.advance(Duration.ofMinutes(3));
    assertThat(run().right().of(DriftCause.NATIVE_SYNC)).isEqualTo(1);
  }

  @Test
  void aPairThatNamesEachOtherAndWasNeverLinkedIsLinkedAndCounted() {
    Pair late = world.pair("2");
    SweepReport report = run();
    assertThat(report.right().of(DriftCause.NEVER_LINKED)).isEqualTo(1);
    assertThat(world.link(late)).isNotNull();
    assertThat(run().right().of(DriftCause.NEVER_LINKED)).as("once").isZero();
    world.edit(Side.LEFT, late, C);
    world.settle();
    assertThat(world.tags(late)).containsOnly(tags(C));
  }

  @Test
  void aPairThatAPersonTookApartStaysApart() {
    boolean unused = world.partings.part(SITE, world.link(pair), world.instant());
    assertThat(run().right().of(DriftCause.NEVER_LINKED)).isZero();
    assertThat(world.links.linkOf(SITE, Side.LEFT, pair.left())).isEmpty();
  }

  @Test
  void whatAFailedPassHadFoundIsCountedAllTheSame() {
    editUnheard(Side.RIGHT);
    for (int i = 2; i <= 5; i++) {
      world.pair(String.valueOf(i));
    }
    world.advance(Duration.ofMinutes(3));
    int[] pages = {0};
    world.right.faults(call -> ++pages[0] > 1 ? Fault.ERROR_BEFORE : Fault.NONE);
    assertThat(run().problems()).hasSize(1);
    assertThat(drift.of(new Place(SITE, MAPPING, Side.RIGHT)))
        .extracting(Entry::cause)
        .contains(DriftCause.MISSED);
  }

  private void editUnheard(Side side) {
    world.edit(side, pair, B);
    world.events.clear();
  }

  private SweepReport run() {
    return sweep.run(SITE, MAPPING);
  }

  private static Drift drift(SweepReport report, Side side) {
    return side == Side.LEFT ? report.left() : report.right();
  }

  private static SweepReport quiet(int left, int right) {
    return new SweepReport(new Drift(left, Map.of(), 1), new Drift(right, Map.of(), 1), List.of());
  }
}
