package tandem.sync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.reconcile.Texts.LATE;
import static tandem.sync.reconcile.Texts.ask;
import static tandem.sync.reconcile.Texts.latest;
import static tandem.sync.reconcile.Texts.section;
import static tandem.sync.reconcile.Texts.titled;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Decision;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;
import tandem.sync.model.Topic;
import tandem.sync.reconcile.OpenPlan.Write;

/** Rows P08, D23: the right was written over an edit that nobody had seen. */
class RestorationTest {
  private static final Decision OLD = titled("old", section(Topic.CONTEXT, "a"));
  private static final Decision NEW = titled("new", section(Topic.CONTEXT, "a"));
  private static final Decision NEWER = titled("newer", section(Topic.CONTEXT, "a"));
  private static final Decision NEWEST = titled("newest", section(Topic.CONTEXT, "a"));
  private static final Decision OLD_AND_MORE = titled("old", section(Topic.CONTEXT, "ab"));
  private static final Decision NEW_AND_MORE = titled("new", section(Topic.CONTEXT, "ab"));

  @Test
  @Tag("P08")
  void anOverwrittenEditInAnotherPlaceComesBackOnBothSides() {
    DecisionPlan plan = plan(over(OLD_AND_MORE), NEW, NEW, latest());
    assertThat(plan.next()).isEqualTo(Versions.all(Optional.of(NEW_AND_MORE)));
    assertThat(plan.found().right()).as("what stands there now").contains(NEW);
    assertThat(plan.changes(Side.LEFT)).isTrue();
    assertThat(plan.changes(Side.RIGHT)).isTrue();
    assertThat(plan.conflicts()).isEmpty();
  }

  @Test
  @Tag("P08")
  void onceItIsBackNothingMoreIsDone() {
    DecisionPlan plan = plan(over(OLD_AND_MORE), NEW_AND_MORE, NEW_AND_MORE, latest());
    assertThat(plan.isQuiet()).isTrue();
    assertThat(plan.next().base()).contains(NEW_AND_MORE);
  }

  @Test
  @Tag("P08")
  void whereItIsBackOnOneSideOnlyTheRestOfThePlanIsFinished() {
    OpenPlan half =
        new OpenPlan(
            Optional.of(NEW_AND_MORE),
            List.of(
                new Write(Side.LEFT, Optional.of(NEW), Optional.of(NEW_AND_MORE), true),
                new Write(Side.RIGHT, Optional.of(NEW), Optional.of(NEW_AND_MORE), false)));
    Ground ground = Ground.of(Optional.of(NEW), List.of(half)).having(over(OLD_AND_MORE));
    DecisionPlan plan =
        GroundMerge.plan(ground, Optional.of(NEW_AND_MORE), Optional.of(NEW), latest());
    assertThat(plan.next()).isEqualTo(Versions.all(Optional.of(NEW_AND_MORE)));
    assertThat(plan.conflicts()).isEmpty();
  }

  @Test
  @Tag("P08")
  void anOverwrittenEditInTheSamePlaceIsAnsweredByThePolicyAndBothValuesAreKept() {
    DecisionPlan later = plan(over(NEWER), NEW, NEW, latest());
    assertThat(later.next()).isEqualTo(Versions.all(Optional.of(NEWER)));
    assertConflict(later, DecisionRow.D05, Side.RIGHT);
    DecisionPlan preferred =
        plan(over(NEWER), NEW, NEW, new Referee(ConflictPolicy.PREFER_LEFT, LATE, LATE));
    assertThat(preferred.isQuiet()).isTrue();
    assertConflict(preferred, DecisionRow.D07, Side.LEFT);
  }

  private static void assertConflict(DecisionPlan plan, DecisionRow row, Side chosen) {
    assertThat(plan.conflicts()).hasSize(1);
    DecisionConflict conflict = plan.conflicts().getFirst();
    assertThat(conflict.row()).isEqualTo(row);
    assertThat(conflict.chosen()).contains(chosen);
    assertThat(conflict.held().left()).containsExactly(Passage.plain("new"));
    assertThat(conflict.held().right()).containsExactly(Passage.plain("newer"));
  }

  @Test
  @Tag("P08")
  void whereAPersonHasToChooseTheSideGetsItsValueBackAndTheSidesStayApart() {
    DecisionPlan plan = plan(over(NEWER), NEW, NEW, ask());
    assertThat(plan.next().left()).contains(NEW);
    assertThat(plan.next().right()).contains(NEWER);
    assertThat(plan.next().base()).as("what was agreed before both").contains(OLD);
    assertThat(plan.conflicts()).singleElement().matches(DecisionConflict::isOpen);
    DecisionPlan again = plan(over(NEWER), NEW, NEWER, ask());
    assertThat(again.isQuiet()).as("once it is back").isTrue();
    assertThat(again.conflicts()).singleElement().matches(DecisionConflict::isOpen);
  }

  @Test
  @Tag("D23")
  void whatWasMadeOfItsPlaceSinceStaysAndTheOverwrittenValueIsKept() {
    DecisionPlan plan = plan(over(NEWER), NEW, NEWEST, latest());
    assertThat(plan.next()).isEqualTo(Versions.all(Optional.of(NEWEST)));
    assertThat(plan.conflicts())
        .extracting(DecisionConflict::row)
        .containsExactly(DecisionRow.D05, DecisionRow.D23);
    DecisionConflict conflict = plan.conflicts().getLast();
    assertThat(conflict.isOpen()).isFalse();
    assertThat(conflict.held().right())
        .as("the right's lost value")
        .containsExactly(Passage.plain("newer"));
    assertThat(conflict.held().left()).as("what stands").containsExactly(Passage.plain("newest"));
  }

  @Test
  @Tag("P08")
  void aDecisionThatWasDeletedOverAnUnseenEditIsBack() {
    Overwritten deleted =
        new Overwritten(
            Side.RIGHT, Optional.of(OLD), Optional.empty(), Optional.of(OLD_AND_MORE), LATE);
    Ground ground = Ground.of(Optional.empty()).having(List.of(deleted));
    DecisionPlan plan = GroundMerge.plan(ground, Optional.empty(), Optional.empty(), latest());
    assertThat(plan.next()).isEqualTo(Versions.all(Optional.of(OLD_AND_MORE)));
    assertThat(plan.rows()).contains(DecisionRow.D13);
  }

  private static List<Overwritten> over(Decision lost) {
    return List.of(
        new Overwritten(Side.RIGHT, Optional.of(OLD), Optional.of(NEW), Optional.of(lost), LATE));
  }

  private static DecisionPlan plan(
      List<Overwritten> edits, Decision left, Decision right, Referee referee) {
    Ground ground = Ground.of(Optional.of(NEW)).having(edits);
    return GroundMerge.plan(ground, Optional.of(left), Optional.of(right), referee);
  }
}
