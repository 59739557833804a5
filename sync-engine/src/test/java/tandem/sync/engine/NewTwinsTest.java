package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.MAPPING;
import static tandem.sync.engine.World.SITE;
import static tandem.sync.engine.World.tags;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.DecisionId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;
import tandem.sync.replica.FakeCalls.Call;
import tandem.sync.replica.FakeCalls.Fault;
import tandem.sync.store.BackfillRun;
import tandem.sync.store.BackfillRun.State;

class NewTwinsTest {
  private final World world = new World();

  @ParameterizedTest
  @EnumSource
  void anIssueWithoutATwinGetsOneWhereTheMappingSaysSo(Side on) {
    world.create(on);
    IssueId lone = lone(on.other());
    world.tracker(on.other()).edit(lone, tags(A));
    assertThat(backfill().counts().created()).isEqualTo(1);
    world.settle();
    assertThat(world.tracker(on).tags(twin(on, lone))).isEqualTo(tags(A));
    assertThat(world.tracker(on).creations()).isEqualTo(1);
    assertThat(backfill().counts().created()).as("once").isZero();
    assertThat(world.tracker(on).creations()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void withoutThatRuleNothingIsCreated(Side on) {
    lone(on.other());
    backfill();
    assertThat(world.tracker(on).creations()).isZero();
  }

  @Test
  void onlyTheSideThatTheMappingNamesIsCreatedOn() {
    world.create(Side.LEFT);
    lone(Side.LEFT);
    backfill();
    assertThat(world.left.creations() + world.right.creations()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void issuesThatNameOrPointToATwinGetNoOther(Side on) {
    world.create(on);
    world.pair("1");
    IssueId left = world.left.create("2", Set.of(), Set.of());
    world.right.create("2", Set.of(), Set.of());
    world.left.point(left, Set.of("https://site/RIGHT-2"));
    world.right.create("3", Set.of(), Set.of("https://site/LEFT-99"));
    backfill();
    assertThat(world.tracker(on).creations()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatIsLostAfterTheCreationMakesNoSecondOne(Side on) {
    world.create(on);
    IssueId lone = lone(on.other());
    int[] writes = {0};
    world
        .tracker(on)
        .faults(call -> call == Call.WRITE && ++writes[0] == 1 ? Fault.ERROR_AFTER : Fault.NONE);
    assertThat(backfill().status().said()).contains("the connection broke");
    for (int i = 0; i < 4; i++) {
      world.advance(Duration.ofMinutes(2));
      world.backfill.work(MAPPING, "one");
    }
    assertThat(find().status().state()).isEqualTo(State.DONE);
    assertThat(world.tracker(on).creations()).isEqualTo(1);
    assertThat(twin(on, lone)).isNotNull();
  }

  /** The listing said that there is none, and its event came while the issue had no link. */
  @Test
  void aDecisionThatIsBegunWhileItsIssueGetsATwinIsMirrored() {
    world.create(Side.LEFT);
    IssueId lone = lone(Side.RIGHT);
    List<DecisionId> begun = new ArrayList<>();
    world.left.faults(call -> {
      if (call == Call.WRITE && begun.isEmpty()) {
        begun.add(world.right.begin(lone, "Use Kafka"));
        world.settle();
      }
      return Fault.NONE;
    });
    backfill();
    world.settle();
    assertThat(world.left.held(twin(Side.LEFT, lone), begun.getFirst())).isPresent();
  }

  @Test
  void anIssueThatATrackerRefusesStaysAloneAndTheOthersGetTheirs() {
    world.create(Side.RIGHT);
    world.left.create("1", Set.of(), Set.of());
    world.left.create("2", Set.of(), Set.of());
    int[] writes = {0};
    world.right.faults(
        call -> call == Call.WRITE && ++writes[0] == 1 ? Fault.REJECTED : Fault.NONE);
    BackfillRun run = backfill();
    assertThat(run.status().state()).isEqualTo(State.DONE);
    assertThat(run.counts().created()).isEqualTo(1);
  }

  @Test
  void whatAPersonTookApartGetsNoNewTwin() {
    world.create(Side.RIGHT);
    Pair pair = world.settledPair("1", A);
    boolean unused = world.partings.part(SITE, world.link(pair), world.instant());
    backfill();
    assertThat(world.right.creations()).isZero();
  }

  private IssueId lone(Side side) {
    return world.tracker(side).create("7", Set.of(), Set.of());
  }

  private IssueId twin(Side on, IssueId of) {
    LinkId link = world.links.linkOf(SITE, on.other(), of).orElseThrow();
    return world.links.find(link).orElseThrow().side(on).issue();
  }

  private BackfillRun backfill() {
    return world.backfill.run(SITE, MAPPING, Instant.EPOCH);
  }

  private BackfillRun find() {
    return world.backfill.find(SITE, MAPPING).orElseThrow();
  }
}
