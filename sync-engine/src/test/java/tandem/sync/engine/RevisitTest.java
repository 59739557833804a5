package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.B;
import static tandem.sync.engine.World.MAPPING;
import static tandem.sync.engine.World.SITE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Fact;
import tandem.sync.model.Held;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;
import tandem.sync.queue.Claim;
import tandem.sync.queue.Lease;
import tandem.sync.replica.FakeCalls.Call;
import tandem.sync.replica.FakeCalls.Fault;
import tandem.sync.store.DriftCause;
import tandem.sync.store.DriftLog.Place;
import tandem.sync.store.MemoryDriftLog;
import tandem.sync.store.MemorySweepMarks;

/** What no listing tells and no event told is found by looking. */
class RevisitTest {
  private static final DecisionId ID = new DecisionId("d-1");
  private static final Duration DUE = World.REVISITED_AFTER.plusMinutes(1);

  private final World world = new World();
  private final Sweep sweep = world.sweep(new MemorySweepMarks(), new MemoryDriftLog());
  private final Pair pair = world.settledPair("1", A);
  private final Decision decision = Decision.blank(ID).withTitle(Passage.plain("Title"));

  @BeforeEach
  void aDecisionIsMirrored() {
    world.left.edit(pair.left(), decision);
    world.settle();
    run();
  }

  @ParameterizedTest
  @EnumSource
  void anEditOfADecisionWhoseEventWasLostIsFoundCountedAndMirrored(Side side) {
    editUnheard(side);
    assertThat(found(side)).as("nobody may look all the time").isZero();
    world.advance(DUE);
    assertThat(found(side)).isEqualTo(1);
    world.settle();
    assertThat(owner(side.other())).isEqualTo("someone");
  }

  @ParameterizedTest
  @EnumSource
  void aDecisionThatWasTakenAwayUnheardIsTakenAwayOnTheOtherSide(Side side) {
    world.tracker(side).remove(pair.issue(side), ID);
    world.decisionEvents.clear();
    world.advance(DUE);
    assertThat(found(side)).isEqualTo(1);
    world.settle();
    assertThat(world.tracker(side.other()).held(pair.issue(side.other()), ID)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anIssueThatChangedAfterAllThatWasHeardOfItIsLookedAtAtOnce(Side side) {
    editUnheard(side);
    world.edit(side, pair, B);
    world.edit(side, pair, A);
    world.events.clear();
    assertThat(found(side)).isEqualTo(1);
    world.settle();
    assertThat(owner(side.other())).isEqualTo("someone");
  }

  @ParameterizedTest
  @EnumSource
  void anIssueThatWasDeletedUnheardIsFoundGone(Side side) {
    world.tracker(side).delete(pair.issue(side));
    world.advance(DUE);
    assertThat(found(side)).isEqualTo(1);
    world.settle();
    assertThat(world.links.find(world.link(pair)).orElseThrow().side(side).gone()).isTrue();
    world.advance(DUE);
    assertThat(found(side)).as("known by now").isZero();
  }

  @Test
  void whatIsAsKnownCostsOneCallAndMakesNoWork() {
    world.advance(DUE);
    int reads = world.left.reads();
    assertThat(found(Side.LEFT)).isZero();
    assertThat(world.left.reads()).isEqualTo(reads + 1);
    assertThat(world.settle()).isEqualTo(RunReport.NOTHING);
  }

  @Test
  void aPassLooksAtNoMoreThanItsShareAndTheNextOneGoesOn() {
    for (int i = 2; i <= Revisit.MOST + 2; i++) {
      Pair unused = world.settledPair(String.valueOf(i), A);
    }
    run();
    world.advance(DUE);
    int before = world.right.reads();
    run();
    assertThat(world.right.reads() - before).isEqualTo(Revisit.MOST);
    run();
    assertThat(world.right.reads() - before).isEqualTo(Revisit.MOST + 2);
  }

  @Test
  void aFailureEndsThePassAndTheIssueIsStillDue() {
    editUnheard(Side.RIGHT);
    world.advance(DUE);
    int[] calls = {0};
    world.right.faults(call -> ++calls[0] > 1 ? Fault.ERROR_BEFORE : Fault.NONE);
    assertThat(run().problems()).hasSize(1);
    world.right.faults(call -> Fault.NONE);
    assertThat(found(Side.RIGHT)).isEqualTo(1);
  }

  @Test
  void anIssueThatCannotBeReadDoesNotKeepTheOthersFromTheirVisit() {
    Pair unused = world.settledPair("2", A);
    run();
    world.advance(DUE);
    int[] reads = {0};
    world.right.faults(call -> call == Call.READ && ++reads[0] == 1 ? Fault.REJECTED : Fault.NONE);
    assertThat(run().problems()).isEmpty();
    assertThat(reads[0]).isEqualTo(2);
  }

  @Test
  void whatIsSetAsideTakesNoPlaceFromTheOthers() {
    Claim claim = claimed(pair);
    assertThat(world.queue.quarantine(claim, "it is too long")).isTrue();
    world.advance(DUE);
    int reads = world.left.reads();
    run();
    assertThat(world.left.reads()).isEqualTo(reads);
    assertThat(
            world.revisits.due(
                new Place(SITE, MAPPING, Side.LEFT), world.instant().minusSeconds(60), 9))
        .isEmpty();
  }

  private Claim claimed(Pair of) {
    world.queue.markDirty(SITE, List.of(world.link(of)), world.instant());
    return world.queue.claim(SITE, 1, Lease.of("one", world.instant())).getFirst();
  }

  private void editUnheard(Side side) {
    world.advance(Duration.ofMinutes(3));
    Decision edited = held(side).withFact(Fact.DECIDED_BY, Passage.plain("someone"));
    world.tracker(side).edit(pair.issue(side), edited);
    world.decisionEvents.clear();
  }

  private Decision held(Side side) {
    Held held = world.tracker(side).held(pair.issue(side), ID).orElseThrow();
    return ((Held.Legible) held).decision();
  }

  private String owner(Side side) {
    return held(side).fact(Fact.DECIDED_BY).map(Passage::written).orElse("");
  }

  private int found(Side side) {
    SweepReport report = run();
    return (side == Side.LEFT ? report.left() : report.right()).of(DriftCause.MISSED);
  }

  private SweepReport run() {
    return sweep.run(SITE, MAPPING);
  }
}
