package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.B;
import static tandem.sync.engine.World.MAPPING;
import static tandem.sync.engine.World.SITE;
import static tandem.sync.engine.World.tags;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.model.Snapshot;
import tandem.sync.replica.FakeCalls.Call;
import tandem.sync.replica.FakeCalls.Fault;
import tandem.sync.replica.Observation;
import tandem.sync.store.BackfillRun.State;

/** Issues that move out of sight, projects that go, and people who lose a permission. */
class MovedTest {
  private static final MappingId ELSEWHERE = new MappingId(2);

  private final World world = new World();
  private final Pair pair = world.settledPair("1", A);

  @Test
  @Tag("G03")
  void whatAMovedIssueHoldsInTheTermsOfAnotherMappingSaysNothing() {
    Observation.Present there = present(B);
    world.left.hide(pair.left());
    assertThat(world.intake.observed(SITE, ELSEWHERE, Side.LEFT, there)).isEqualTo(1);
    world.settle();
    assertThat(world.right.tags(pair.right())).isEqualTo(tags(A));
    assertThat(world.links.find(world.link(pair)).orElseThrow().left().gone()).isTrue();
  }

  @Test
  @Tag("G03")
  void anIssueThatMovesBackGoesOnFromTheBase() {
    world.left.hide(pair.left());
    world.intake.touched(SITE, Side.LEFT, pair.left());
    world.settle();
    world.edit(Side.RIGHT, pair, B);
    world.settle();
    world.left.show(pair.left());
    world.intake.observed(SITE, MAPPING, Side.LEFT, world.left.present(pair.left()));
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  @Test
  void anObservationInTheTermsOfTheLinksOwnMappingIsKept() {
    world.edit(Side.LEFT, pair, B);
    world.events.clear();
    assertThat(world.intake.observed(SITE, MAPPING, Side.LEFT, world.left.present(pair.left())))
        .isEqualTo(1);
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  @Test
  @Tag("G04")
  void aProjectThatIsGoneStopsTheBackfillWithItsReasonAndTakesNothingAway() {
    world.left.hide(pair.left());
    world.left.faults(call -> call == Call.LIST ? Fault.REJECTED : Fault.NONE);
    world.backfill.run(SITE, MAPPING, Instant.EPOCH);
    for (int i = 0; i < 5; i++) {
      world.advance(Duration.ofMinutes(1));
      world.backfill.work(MAPPING, "one");
    }
    var run = world.backfill.find(SITE, MAPPING).orElseThrow();
    assertThat(run.status().state()).isEqualTo(State.STOPPED);
    assertThat(run.status().said()).contains("the tracker says no");
    world.edit(Side.RIGHT, pair, B);
    world.settle();
    assertThat(world.right.tags(pair.right())).isEqualTo(tags(B));
    assertThat(world.left.writes()).isZero();
    assertThat(world.links.find(world.link(pair))).isPresent();
  }

  @Test
  @Tag("G08")
  void aPermissionThatIsLostOnOneIssueSetsThatPairAsideWithWordsAndNoOther() {
    Pair other = world.settledPair("2", A);
    world.right.refuseWritesTo(pair.right());
    world.edit(Side.LEFT, pair, B);
    world.edit(Side.LEFT, other, B);
    world.settle();
    for (int i = 0; i < 5; i++) {
      world.advance(Duration.ofMinutes(10));
      world.settle();
    }
    assertThat(world.tags(other)).containsOnly(tags(B));
    assertThat(world.view(pair).quarantine().orElseThrow()).contains("the tracker says no");
    assertThat(world.right.tags(pair.right())).isEqualTo(tags(A));
  }

  private Observation.Present present(tandem.sync.model.Budget... held) {
    Instant at = world.instant().plusSeconds(5);
    return new Observation.Present(pair.left(), "PAY-1", new Snapshot(tags(held), at));
  }
}
