package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.MAPPING;
import static tandem.sync.engine.World.SITE;
import static tandem.sync.engine.World.tags;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;
import tandem.sync.replica.FakeCalls.Call;
import tandem.sync.replica.FakeCalls.Fault;
import tandem.sync.store.Creations.Refusal;
import tandem.sync.store.MemoryDriftLog;
import tandem.sync.store.MemorySweepMarks;

/** Issues that turn up after the full pass. */
class LateTwinsTest {
  private static final Duration SETTLED = LateTwins.SETTLED_AFTER.plusSeconds(1);

  private final World world = new World();
  private final Sweep sweep = world.sweep(new MemorySweepMarks(), new MemoryDriftLog());

  @BeforeEach
  void aFirstPassWentThroughWhatWasThere() {
    world.settledPair("1", A);
    run();
    world.advance(Duration.ofMinutes(20));
  }

  @ParameterizedTest
  @EnumSource
  void anIssueThatTurnsUpLaterGetsATwinWhereTheMappingSaysSo(Side on) {
    world.create(on);
    IssueId lone = lone(on.other());
    world.tracker(on.other()).edit(lone, tags(A));
    world.advance(SETTLED);
    run();
    world.settle();
    assertThat(world.tracker(on).tags(twin(on, lone))).isEqualTo(tags(A));
    world.advance(SETTLED);
    run();
    assertThat(world.tracker(on).creations()).as("once").isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void withoutThatRuleNothingIsCreated(Side side) {
    lone(side);
    world.advance(SETTLED);
    run();
    assertThat(world.left.creations() + world.right.creations()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void anIssueOfThisMomentMayStillBeNamedAndWaitsForTheNextPass(Side on) {
    world.create(on);
    lone(on.other());
    run();
    assertThat(world.tracker(on).creations()).isZero();
    world.advance(SETTLED);
    run();
    assertThat(world.tracker(on).creations()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void whatNamesOrPointsToATwinIsLinkedWithItAndGetsNoOther(Side on) {
    world.create(on);
    var named = world.pair("2");
    IssueId pointing = world.left.create("3", Set.of(), Set.of());
    IssueId pointed = world.right.create("3", Set.of(), Set.of());
    world.left.point(pointing, Set.of("https://site/RIGHT-3"));
    world.advance(SETTLED);
    run();
    assertThat(world.tracker(on).creations()).as(on.name()).isZero();
    assertThat(twin(Side.RIGHT, named.left())).isEqualTo(named.right());
    assertThat(twin(Side.RIGHT, pointing)).isEqualTo(pointed);
  }

  @ParameterizedTest
  @EnumSource
  void aLostAnswerMakesNoSecondTwin(Side on) {
    world.create(on);
    IssueId lone = lone(on.other());
    world.advance(SETTLED);
    int[] writes = {0};
    world
        .tracker(on)
        .faults(call -> call == Call.WRITE && ++writes[0] == 1 ? Fault.ERROR_AFTER : Fault.NONE);
    assertThat(run().problems()).hasSize(1);
    world.advance(Duration.ofMinutes(10));
    run();
    assertThat(world.tracker(on).creations()).isEqualTo(1);
    assertThat(twin(on, lone)).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void whoeverIsNamedByAnIssueThatCouldNotBeListedGetsNoSecondTwin(Side on) {
    world.create(on);
    var named = world.pair("2");
    world.advance(SETTLED);
    world.tracker(on).faults(call -> Fault.ERROR_BEFORE);
    assertThat(run().problems()).hasSize(1);
    world.tracker(on).faults(call -> Fault.NONE);
    run();
    assertThat(world.tracker(on).creations()).isZero();
    assertThat(twin(Side.RIGHT, named.left())).isEqualTo(named.right());
  }

  @Test
  void aRefusalIsKeptWithItsReasonAndTheOthersGetTheirTwin() {
    world.create(Side.RIGHT);
    world.left.create("8", Set.of(), Set.of());
    world.left.create("9", Set.of(), Set.of());
    world.advance(SETTLED);
    int[] writes = {0};
    world.right.faults(
        call -> call == Call.WRITE && ++writes[0] == 1 ? Fault.REJECTED : Fault.NONE);
    run();
    assertThat(world.right.creations()).isEqualTo(1);
    assertThat(world.creations.refusals(SITE, MAPPING, 9))
        .singleElement()
        .extracting(Refusal::on, Refusal::key)
        .containsExactly(Side.RIGHT, "LEFT-8");
  }

  @Test
  void whatWasThereBeforeTheFirstPassIsTheBackfillsAffair() {
    World fresh = new World();
    fresh.create(Side.RIGHT);
    fresh.left.create("7", Set.of(), Set.of());
    fresh.advance(SETTLED);
    var unused = fresh.sweep(new MemorySweepMarks(), new MemoryDriftLog()).run(SITE, MAPPING);
    assertThat(fresh.right.creations()).isZero();
  }

  private IssueId lone(Side side) {
    return world.tracker(side).create("7", Set.of(), Set.of());
  }

  private IssueId twin(Side on, IssueId of) {
    LinkId link = world.links.linkOf(SITE, on.other(), of).orElseThrow();
    return world.links.find(link).orElseThrow().side(on).issue();
  }

  private SweepReport run() {
    return sweep.run(SITE, MAPPING);
  }
}
