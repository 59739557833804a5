package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.MAPPING;
import static tandem.sync.engine.World.SITE;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Fact;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;
import tandem.sync.replica.FakeCalls.Fault;
import tandem.sync.store.DriftCause;
import tandem.sync.store.MemoryDriftLog;
import tandem.sync.store.MemorySweepMarks;

/** Where a side lists its decisions by their time, the next pass finds what no event told of. */
class ListedDecisionTest {
  private static final DecisionId ID = new DecisionId("d-1");
  private static final Duration A_WHILE = Duration.ofMinutes(10);

  private final World world = new World();
  private final Sweep sweep = world.sweep(new MemorySweepMarks(), new MemoryDriftLog());
  private final Pair pair = world.settledPair("1", A);

  @BeforeEach
  void aDecisionIsMirrored() {
    world.right.listDecisions();
    world.left.edit(pair.left(), Decision.blank(ID).withTitle(Passage.plain("Title")));
    world.settle();
    run();
    world.advance(A_WHILE);
    run();
  }

  @Test
  void anEditWhoseEventWasLostIsFoundByTheNextPassAndMirrored() {
    editUnheard();
    world.advance(A_WHILE);
    assertThat(run().right().of(DriftCause.MISSED)).isEqualTo(1);
    world.settle();
    assertThat(owner(Side.LEFT)).isEqualTo("someone");
  }

  @Test
  void anEditOfAMomentAgoIsUnderWayAndNotMissed() {
    world.advance(A_WHILE);
    editUnheard();
    SweepReport report = run();
    assertThat(report.right().of(DriftCause.MISSED)).isZero();
    assertThat(report.right().of(DriftCause.UNDER_WAY)).isEqualTo(1);
  }

  @Test
  void aDecisionThatWasBegunUnheardIsFoundByTheNextPassAndMirrored() {
    DecisionId begun = world.right.begin(pair.right(), "Begun");
    world.decisionEvents.clear();
    world.advance(A_WHILE);
    assertThat(run().right().of(DriftCause.MISSED)).isEqualTo(1);
    world.settle();
    assertThat(world.left.held(pair.left(), begun)).isPresent();
  }

  @Test
  void ourOwnWriteIsListedAndMakesNoWorkAndNoCall() {
    Decision edited = held(Side.LEFT).withFact(Fact.DECIDED_BY, Passage.plain("someone"));
    world.left.edit(pair.left(), edited);
    world.settle();
    int reads = world.right.reads();
    assertThat(run().right().of(DriftCause.UNDER_WAY)).isZero();
    assertThat(world.right.reads()).isEqualTo(reads);
    assertThat(world.settle()).isEqualTo(RunReport.NOTHING);
  }

  @Test
  void aDecisionOnAnIssueWithoutALinkIsNobodysWork() {
    IssueId alone = world.right.create("9", Set.of(), Set.of());
    DecisionId unused = world.right.begin(alone, "Alone");
    world.decisionEvents.clear();
    world.advance(A_WHILE);
    assertThat(run().right().of(DriftCause.MISSED)).isZero();
  }

  @Test
  void aListingThatFailsIsDoneAgainByTheNextPass() {
    editUnheard();
    world.advance(A_WHILE);
    int[] calls = {0};
    world.right.faults(call -> ++calls[0] == 2 ? Fault.ERROR_BEFORE : Fault.NONE);
    assertThat(run().problems()).hasSize(1);
    world.right.faults(call -> Fault.NONE);
    world.advance(A_WHILE);
    assertThat(run().right().of(DriftCause.MISSED)).isEqualTo(1);
  }

  private void editUnheard() {
    Decision edited = held(Side.RIGHT).withFact(Fact.DECIDED_BY, Passage.plain("someone"));
    world.right.edit(pair.right(), edited);
    world.decisionEvents.clear();
  }

  private Decision held(Side side) {
    Held held = world.tracker(side).held(pair.issue(side), ID).orElseThrow();
    return ((Held.Legible) held).decision();
  }

  private String owner(Side side) {
    return held(side).fact(Fact.DECIDED_BY).map(Passage::written).orElse("");
  }

  private SweepReport run() {
    return sweep.run(SITE, MAPPING);
  }
}
