package tandem.sync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.reconcile.Texts.ask;
import static tandem.sync.reconcile.Texts.latest;
import static tandem.sync.reconcile.Texts.other;
import static tandem.sync.reconcile.Texts.section;
import static tandem.sync.reconcile.Texts.titled;
import static tandem.sync.reconcile.Texts.with;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Decision;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;
import tandem.sync.model.Topic;
import tandem.sync.reconcile.OpenPlan.Write;

/** Rows P01 to P07. */
class GroundMergeTest {
  private static final Decision OLD = titled("old", section(Topic.CONTEXT, "a"));
  private static final Decision NEW = titled("new", section(Topic.CONTEXT, "a"));
  private static final Decision NEWER = titled("newer", section(Topic.CONTEXT, "a"));
  private static final Decision OLD_AND_MORE = titled("old", section(Topic.CONTEXT, "ab"));
  private static final Decision NEW_AND_MORE = titled("new", section(Topic.CONTEXT, "ab"));

  @Test
  @Tag("P07")
  void aWriteIsInEffectWhereAllThatItChangedStandsWhateverElseWasEdited() {
    Write write = write(Side.RIGHT, OLD, NEW, false);
    assertThat(GroundMerge.shows(Optional.of(NEW), write)).isTrue();
    assertThat(GroundMerge.shows(Optional.of(NEW_AND_MORE), write)).isTrue();
    assertThat(GroundMerge.shows(Optional.of(OLD), write)).isFalse();
    assertThat(GroundMerge.shows(Optional.of(OLD_AND_MORE), write)).isFalse();
    assertThat(GroundMerge.shows(Optional.empty(), write)).isFalse();
  }

  @Test
  @Tag("P07")
  void anEditInTheSamePlaceTellsNothingAboutTheWriteThere() {
    assertThat(GroundMerge.shows(Optional.of(NEWER), write(Side.RIGHT, OLD, NEW, false))).isFalse();
    Decision without = titled("old");
    assertThat(GroundMerge.shows(Optional.of(OLD_AND_MORE), write(Side.RIGHT, OLD, without, false)))
        .as("a section that was to go was edited")
        .isFalse();
  }

  @Test
  @Tag("P07")
  void anEditInOnePlaceOfSeveralThatWereWrittenLeavesTheOthersAsEvidence() {
    Decision both = titled("new", section(Topic.CONTEXT, "ab"));
    Decision since = titled("newer", section(Topic.CONTEXT, "ab"));
    Write write = write(Side.RIGHT, OLD, both, false);
    assertThat(GroundMerge.shows(Optional.of(since), write)).isTrue();
    Decision instead = titled("newer", section(Topic.CONTEXT, "a"));
    assertThat(GroundMerge.shows(Optional.of(instead), write)).isFalse();
  }

  @Test
  @Tag("P07")
  void aDeletionIsInEffectWhereTheDecisionIsGoneAndACreationWhereItIsThere() {
    Write deletion = new Write(Side.LEFT, Optional.of(OLD), Optional.empty(), false);
    assertThat(GroundMerge.shows(Optional.empty(), deletion)).isTrue();
    assertThat(GroundMerge.shows(Optional.of(NEW), deletion)).isFalse();
    Write creation = new Write(Side.LEFT, Optional.empty(), Optional.of(OLD), false);
    assertThat(GroundMerge.shows(Optional.of(OLD), creation)).isTrue();
    assertThat(GroundMerge.shows(Optional.empty(), creation)).isFalse();
  }

  @Test
  @Tag("P01")
  void aPlanWithoutAnEffectNeverHappened() {
    Ground ground = ground(NEW, write(Side.RIGHT, OLD, NEW, false));
    DecisionPlan plan = plan(ground, OLD, OLD);
    assertThat(plan.isQuiet()).as("the edit was taken back in time").isTrue();
    assertThat(plan.next().base()).contains(OLD);
  }

  @Test
  @Tag("P01")
  void theNewestPlanWithAnEffectCounts() {
    OpenPlan first = new OpenPlan(Optional.of(NEW), List.of(write(Side.RIGHT, OLD, NEW, true)));
    OpenPlan second =
        new OpenPlan(Optional.of(NEWER), List.of(write(Side.RIGHT, NEW, NEWER, true)));
    OpenPlan third = new OpenPlan(Optional.of(OLD), List.of(write(Side.RIGHT, NEWER, OLD, false)));
    Ground ground = Ground.of(Optional.of(OLD), List.of(first, second, third));
    assertThat(ground).isEqualTo(Ground.of(Optional.of(NEWER)));
  }

  @Test
  @Tag("P02")
  void theRestOfAPlanIsWritten() {
    Decision joined = titled("new", section(Topic.CONTEXT, "a"), other("more", "m"));
    Decision left = titled("old", section(Topic.CONTEXT, "a"), other("more", "m"));
    Ground ground =
        ground(joined, write(Side.LEFT, left, joined, true), write(Side.RIGHT, NEW, joined, false));
    DecisionPlan plan = plan(ground, joined, NEW);
    assertThat(plan.changes(Side.LEFT)).isFalse();
    assertThat(plan.next().right()).contains(joined);
    assertThat(plan.conflicts()).isEmpty();
  }

  @Test
  @Tag("P02")
  void aPlanThatIsThroughIsTheNewBase() {
    DecisionPlan plan = plan(ground(NEW, write(Side.RIGHT, OLD, NEW, true)), NEW, NEW);
    assertThat(plan.isQuiet()).isTrue();
    assertThat(plan.next().base()).contains(NEW);
  }

  @Test
  @Tag("P03")
  void anEditThatIsTakenBackOnceItWasMirroredIsTakenBackOnBothSides() {
    DecisionPlan plan = plan(ground(NEW, write(Side.RIGHT, OLD, NEW, true)), OLD, NEW);
    assertThat(plan.next().right()).contains(OLD);
    assertThat(plan.conflicts()).isEmpty();
  }

  @Test
  @Tag("P03")
  void anEditOfWhatWasWrittenIsNewsAndNoConflict() {
    DecisionPlan plan = plan(ground(NEW, write(Side.RIGHT, OLD, NEW, true)), NEW, NEWER);
    assertThat(plan.next().left()).contains(NEWER);
    assertThat(plan.conflicts()).isEmpty();
  }

  @Test
  @Tag("P04")
  void aSideThatIsOwedAWriteKeepsWhatWasEditedThereElsewhere() {
    Ground ground =
        ground(NEW, write(Side.LEFT, OLD, NEW, true), write(Side.RIGHT, OLD, NEW, false));
    DecisionPlan plan = plan(ground, NEW, OLD_AND_MORE);
    assertThat(plan.next().left()).contains(NEW_AND_MORE);
    assertThat(plan.next().right()).contains(NEW_AND_MORE);
    assertThat(plan.conflicts()).isEmpty();
  }

  @Test
  @Tag("P05")
  void anEditInThePlaceOfAnOwedWriteIsAnsweredByThePolicy() {
    Ground ground =
        ground(NEW, write(Side.LEFT, OLD, NEW, true), write(Side.RIGHT, OLD, NEW, false));
    DecisionPlan plan = plan(ground, NEW, NEWER);
    assertThat(plan.next().left()).as("the right is the later one").contains(NEWER);
    assertThat(plan.conflicts()).extracting(DecisionConflict::row).containsExactly(DecisionRow.D05);
    assertThat(plan.conflicts().getFirst().held().left()).containsExactly(Passage.plain("new"));
  }

  @Test
  @Tag("P05")
  void whereAPersonHasToChooseTheRestIsMergedAndThisStaysApart() {
    Ground ground =
        ground(NEW, write(Side.LEFT, OLD, NEW, true), write(Side.RIGHT, OLD, NEW, false));
    Decision right = titled("newer", section(Topic.CONTEXT, "ab"));
    DecisionPlan plan = GroundMerge.plan(ground, Optional.of(NEW), Optional.of(right), ask());
    assertThat(plan.next().left()).contains(NEW_AND_MORE);
    assertThat(plan.next().right()).contains(right);
    assertThat(plan.next().base()).as("of the title, what was agreed").contains(OLD_AND_MORE);
    assertThat(plan.conflicts()).singleElement().matches(DecisionConflict::isOpen);
  }

  @Test
  @Tag("P06")
  void anInterruptedDeletionIsFinishedUnlessTheDecisionWasEditedMeanwhile() {
    Write gone = new Write(Side.LEFT, Optional.of(OLD), Optional.empty(), true);
    Write owed = new Write(Side.RIGHT, Optional.of(OLD), Optional.empty(), false);
    Ground ground =
        Ground.of(Optional.of(OLD), List.of(new OpenPlan(Optional.empty(), List.of(gone, owed))));
    assertThat(GroundMerge.plan(ground, Optional.empty(), Optional.of(OLD), latest()).next())
        .isEqualTo(Versions.all(Optional.empty()));
    DecisionPlan edited = GroundMerge.plan(ground, Optional.empty(), Optional.of(NEW), latest());
    assertThat(edited.next()).isEqualTo(Versions.all(Optional.of(NEW)));
    assertThat(edited.rows()).contains(DecisionRow.D13);
  }

  @Test
  @Tag("D18")
  void anInterruptedPlanThatBecameTooLongIsHeldBack() {
    Ground ground =
        ground(NEW, write(Side.LEFT, OLD, NEW, true), write(Side.RIGHT, OLD, NEW, false));
    Decision half = with(OLD, Fact.SPACE, "x".repeat(Decision.LARGEST / 2));
    Decision leftHalf = NEW.withSections(List.of(section(Topic.SKIPPED, "y".repeat(400))));
    DecisionPlan plan = plan(ground, leftHalf, half);
    assertThat(plan.isHeldBack()).isTrue();
    assertThat(plan.isQuiet()).isTrue();
    assertThat(plan.next()).isEqualTo(plan.found());
  }

  private static Ground ground(Decision agreed, Write... writes) {
    OpenPlan open = new OpenPlan(Optional.of(agreed), List.of(writes));
    return Ground.of(Optional.of(OLD), List.of(open));
  }

  private static Write write(Side side, Decision before, Decision after, boolean applied) {
    return new Write(side, Optional.of(before), Optional.of(after), applied);
  }

  private static DecisionPlan plan(Ground ground, Decision left, Decision right) {
    return GroundMerge.plan(ground, Optional.of(left), Optional.of(right), latest());
  }
}
