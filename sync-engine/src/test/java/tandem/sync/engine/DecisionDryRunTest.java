package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.MAPPING;
import static tandem.sync.engine.World.SITE;

import java.util.List;
import org.junit.jupiter.api.Test;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;
import tandem.sync.reconcile.DecisionPlan;
import tandem.sync.reconcile.DecisionRow;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.FakeCalls.Fault;
import tandem.sync.replica.Outcome;

class DecisionDryRunTest {
  private static final DecisionId ID = new DecisionId("d-1");

  private final World world = new World();
  private final DryRun dryRun =
      new DryRun(world.durable, world.partings, world::open, World::leftKey);
  private Pair pair = world.pair("1");
  private int pairs;

  @Test
  void aDecisionOfAPairThatIsNotLinkedYetWouldBeCreatedOnTheOtherSide() {
    write(Side.LEFT, "Use PostgreSQL");
    DecisionPlan plan = only();
    assertThat(plan.changes(Side.RIGHT)).isTrue();
    assertThat(plan.changes(Side.LEFT)).isFalse();
    assertThat(plan.rows()).contains(DecisionRow.D10);
    assertNothingWasWritten();
  }

  @Test
  void itKnowsWhatALinkedPairLastAgreedOn() {
    settled();
    write(Side.RIGHT, "Use MySQL");
    DecisionPlan plan = only();
    assertThat(plan.next().left().orElseThrow().title().written()).isEqualTo("Use MySQL");
    assertThat(plan.changes(Side.RIGHT)).isFalse();
    assertThat(plan.conflicts()).isEmpty();
  }

  @Test
  void itShowsADeletionAndAConflictThatAPersonWouldBeAskedAbout() {
    settled();
    world.right.remove(pair.right(), ID);
    assertThat(only().next().left()).isEmpty();

    world.policy(ConflictPolicy.ASK);
    settled();
    write(Side.LEFT, "Use MySQL");
    write(Side.RIGHT, "Use Oracle");
    assertThat(only().isOpen()).isTrue();
  }

  @Test
  void whatBothSidesAgreeOnIsQuietAndWhatCannotBeReadRests() {
    settled();
    assertThat(only().isQuiet()).isTrue();
    world.left.editText(pair.left(), ID, "{\"v\":99}");
    assertThat(outlooks()).singleElement().isInstanceOf(Outlook.Rests.class);
  }

  @Test
  void aTrackerThatFailsAndAPausedMappingAreNamed() {
    write(Side.LEFT, "Use PostgreSQL");
    Forecast.Pair forecast = page();
    world.left.faults(call -> Fault.ERROR_BEFORE);
    assertThat(dryRun.decisions(scope(), forecast)).isInstanceOf(Outcome.Failed.class);
    world.pause("no grant");
    assertThat(dryRun.decisions(scope(), forecast)).isInstanceOf(Outcome.Failed.class);
  }

  private void settled() {
    pairs++;
    pair = world.settledPair("1" + pairs, A);
    write(Side.LEFT, "Use PostgreSQL");
    world.settle();
    assertThat(world.right.decisions(pair.right())).isEqualTo(1);
  }

  private void write(Side side, String title) {
    Decision decision = Decision.blank(ID).withTitle(Passage.plain(title));
    world.tracker(side).edit(pair.issue(side), decision);
  }

  private void assertNothingWasWritten() {
    assertThat(world.left.writes() + world.right.writes()).isZero();
    assertThat(world.engine.tenantsDue()).isEmpty();
  }

  private DecisionPlan only() {
    assertThat(outlooks()).hasSize(1);
    return ((Outlook.Planned) outlooks().getFirst()).plan();
  }

  private List<Outlook> outlooks() {
    return ((Outcome.Done<List<Outlook>>) dryRun.decisions(scope(), page())).value();
  }

  private Forecast.Pair page() {
    Forecast page = ((Outcome.Done<Forecast>) dryRun.page(scope())).value();
    return page.pairs().stream()
        .filter(it -> it.right().issue().equals(pair.right()))
        .findFirst()
        .orElseThrow();
  }

  private static DryRun.Scope scope() {
    return new DryRun.Scope(SITE, MAPPING, Cursor.START);
  }
}
