package tandem.sync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;
import tandem.sync.model.Snapshot;
import tandem.sync.reconcile.Reading.News;
import tandem.sync.reconcile.Reading.Unclear;
import tandem.sync.reconcile.Worlds.World;

/** What holds for every input, checked on every input of a small space. */
class EveryWorldTest {
  private static final List<World> WORLDS = Worlds.all();

  /** R20 is no plan: a write's answer tells of it. */
  @Test
  void everyRowIsReachedButThePersonsAndTheAnswers() {
    Set<Row> planned =
        Arrays.stream(Row.values())
            .filter(row -> !row.isRuled() && row != Row.R20)
            .collect(Collectors.toSet());
    assertThat(WORLDS.stream().map(world -> world.plan().row()).collect(Collectors.toSet()))
        .isEqualTo(planned);
  }

  @Test
  void swappingTheSidesSwapsThePlanAndNothingElse() {
    forAll(world -> {
      Plan plan = world.plan();
      Plan swapped = world.swapped().plan();
      assertThat(swapped.row()).isEqualTo(plan.row());
      assertThat(swapped.next()).isEqualTo(plan.next());
      assertThat(swapped.left()).isEqualTo(plan.right());
      assertThat(swapped.right()).isEqualTo(plan.left());
    });
  }

  @Test
  void anAppliedPlanLeavesNothingToDo() {
    forAll(world -> {
      Plan plan = world.plan();
      plan.next()
          .ifPresent(next -> {
            Snapshot left = applied(world.left(), plan.left());
            Snapshot right = applied(world.right(), plan.right());
            assertThat(left.budgets()).isEqualTo(next.tags());
            assertThat(right.budgets()).isEqualTo(next.tags());
            Plan again = BudgetMerge.plan(BudgetBase.of(next), left, right, world.policy());
            assertThat(again.row()).isEqualTo(Row.R01);
            assertThat(again.isQuiet()).isTrue();
          });
    });
  }

  @Test
  void aHeldPlanTouchesNothingAndKeepsBothValues() {
    forAll(world -> {
      Plan plan = world.plan();
      if (plan.next().isEmpty()) {
        assertThat(plan.isQuiet()).isTrue();
        assertThat(plan.conflict()).isPresent();
      }
      plan.conflict()
          .ifPresent(conflict -> {
            assertThat(conflict.left()).isEqualTo(world.left().budgets());
            assertThat(conflict.right()).isEqualTo(world.right().budgets());
            assertThat(conflict.chosen()).isEqualTo(plan.next());
          });
    });
  }

  @Test
  void aPersonsNewsIsAppliedOrStandsInAConflictOrWasReplacedKnowinglyOrWasADeletion() {
    forAll(world -> {
      Plan plan = world.plan();
      for (Reading reading : readings(world)) {
        if (reading instanceof News(Draw draw) && !draw.equals(Draw.NONE)) {
          boolean kept = plan.next().equals(java.util.Optional.of(draw));
          boolean replacedKnowingly = plan.row() == Row.R19;
          assertThat(kept || replacedKnowingly || plan.conflict().isPresent()).isTrue();
        }
        if (reading instanceof Unclear) {
          assertThat(plan.conflict()).isPresent();
        }
      }
    });
  }

  @Test
  void noValueIsInvented() {
    forAll(world ->
        world
            .plan()
            .next()
            .ifPresent(next -> {
              SortedSet<Budget> known = new TreeSet<>(world.base().agreed().tags());
              known.addAll(world.left().budgets());
              known.addAll(world.right().budgets());
              assertThat(known).containsAll(next.tags());
            }));
  }

  private static List<Reading> readings(World world) {
    BudgetBase base = world.base();
    return List.of(
        Reading.of(world.left().budgets(), base.agreed(), base.writtenLeft()),
        Reading.of(world.right().budgets(), base.agreed(), base.writtenRight()));
  }

  private static Snapshot applied(Snapshot side, TagEdit edit) {
    SortedSet<Budget> tags = new TreeSet<>(side.budgets());
    tags.removeAll(edit.remove());
    tags.addAll(edit.add());
    return new Snapshot(tags, side.at());
  }

  private static void forAll(Consumer<World> claim) {
    for (World world : WORLDS) {
      try {
        claim.accept(world);
      } catch (AssertionError broken) {
        throw new AssertionError("in " + world + " with " + world.plan(), broken);
      }
    }
  }
}
