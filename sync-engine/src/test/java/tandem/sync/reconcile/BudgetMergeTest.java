package tandem.sync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.model.ConflictPolicy.ASK;
import static tandem.sync.model.ConflictPolicy.LATEST;
import static tandem.sync.model.ConflictPolicy.PREFER_LEFT;
import static tandem.sync.model.ConflictPolicy.PREFER_RIGHT;
import static tandem.sync.reconcile.Worlds.A;
import static tandem.sync.reconcile.Worlds.B;
import static tandem.sync.reconcile.Worlds.C;
import static tandem.sync.reconcile.Worlds.at;
import static tandem.sync.reconcile.Worlds.maybe;
import static tandem.sync.reconcile.Worlds.surely;
import static tandem.sync.reconcile.Worlds.tags;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tandem.sync.model.Budget;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Draw;
import tandem.sync.reconcile.BudgetBase.Written;

class BudgetMergeTest {
  private static final BudgetBase NEVER_AGREED = BudgetBase.of(Draw.NONE);
  private static final BudgetBase ON_A = BudgetBase.of(Draw.on(A));

  @ParameterizedTest
  @EnumSource
  @Tag("R01")
  void nothingHappensWhereBothAreAsAgreed(ConflictPolicy policy) {
    Plan plan = BudgetMerge.plan(ON_A, at(0, A), at(9, A), policy);
    assertThat(plan.isQuiet()).isTrue();
    assertEnds(plan, Row.R01, Draw.on(A));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("R02")
  void oneSidesChangeGoesToTheOther(ConflictPolicy policy) {
    Plan plan = BudgetMerge.plan(ON_A, at(9, A), at(0, B), policy);
    assertThat(plan.left()).isEqualTo(new TagEdit(tags(B), tags(A)));
    assertThat(plan.right().isEmpty()).isTrue();
    assertEnds(plan, Row.R02, Draw.on(B));
  }

  @Test
  @Tag("R02")
  void aTagThatWasTakenAwayIsTakenAwayThereToo() {
    Plan plan = BudgetMerge.plan(ON_A, at(0), at(9, A), LATEST);
    assertThat(plan.right()).isEqualTo(new TagEdit(tags(), tags(A)));
    assertEnds(plan, Row.R02, Draw.NONE);
  }

  @Test
  @Tag("R02")
  void aSwitchTakesTheOldTagAwayOnItsOwnSideToo() {
    Plan plan = BudgetMerge.plan(ON_A, at(0, A, B), at(9, A), LATEST);
    assertThat(plan.left()).isEqualTo(new TagEdit(tags(), tags(A)));
    assertThat(plan.right()).isEqualTo(new TagEdit(tags(B), tags(A)));
    assertEnds(plan, Row.R02, Draw.on(B));
  }

  @Test
  @Tag("R02")
  void newsBeatsWhatTandemWrote() {
    var base = new BudgetBase(Draw.on(A), List.of(maybe(Draw.on(B))), List.of());
    Plan plan = BudgetMerge.plan(base, at(9, B), at(0, C), PREFER_LEFT);
    assertThat(plan.left()).isEqualTo(new TagEdit(tags(C), tags(B)));
    assertEnds(plan, Row.R02, Draw.on(C));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("R03")
  void theSameChangeOnBothSidesIsNoConflict(ConflictPolicy policy) {
    Plan plan = BudgetMerge.plan(ON_A, at(0, B), at(9, A, B), policy);
    assertThat(plan.left().isEmpty()).isTrue();
    assertThat(plan.right()).isEqualTo(new TagEdit(tags(), tags(A)));
    assertEnds(plan, Row.R03, Draw.on(B));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("R04")
  void aDeletionAgainstAnEditKeepsTheEdit(ConflictPolicy policy) {
    assertEnds(BudgetMerge.plan(ON_A, at(9), at(0, B), policy), Row.R04, Draw.on(B));
    assertEnds(BudgetMerge.plan(ON_A, at(0, B), at(9), policy), Row.R04, Draw.on(B));
  }

  @Test
  @Tag("R05")
  void theLaterOfTwoChangesWins() {
    assertAnswered(BudgetMerge.plan(ON_A, at(1, B), at(2, C), LATEST), Row.R05, C);
    assertAnswered(BudgetMerge.plan(ON_A, at(2, B), at(1, C), LATEST), Row.R05, B);
    assertAnswered(BudgetMerge.plan(NEVER_AGREED, at(2, B), at(1, C), LATEST), Row.R05, B);
  }

  @Test
  @Tag("R06")
  void atTheSameMomentTheFirstByNameWins() {
    assertAnswered(BudgetMerge.plan(ON_A, at(1, B), at(1, C), LATEST), Row.R06, B);
    assertAnswered(BudgetMerge.plan(ON_A, at(1, C), at(1, B), LATEST), Row.R06, B);
  }

  @Test
  @Tag("R07")
  void thePreferredSideWinsHoweverOldItsChange() {
    assertAnswered(BudgetMerge.plan(ON_A, at(1, B), at(2, C), PREFER_LEFT), Row.R07, B);
    assertAnswered(BudgetMerge.plan(ON_A, at(2, B), at(1, C), PREFER_RIGHT), Row.R07, C);
  }

  @Test
  @Tag("R08")
  void whereAPersonIsAskedBothSidesStayAsTheyAre() {
    assertHeld(BudgetMerge.plan(ON_A, at(1, B), at(2, C), ASK), Row.R08);
  }

  @Test
  @Tag("R09")
  void anInterruptedPlanForBothSidesIsFinished() {
    var base = new BudgetBase(Draw.on(A), List.of(maybe(Draw.on(B))), List.of(maybe(Draw.on(B))));
    Plan plan = BudgetMerge.plan(base, at(0, A), at(1, B), LATEST);
    assertThat(plan.left()).isEqualTo(new TagEdit(tags(B), tags(A)));
    assertEnds(plan, Row.R09, Draw.on(B));
  }

  @Test
  @Tag("R10")
  void anEditThatWasTakenBackIsTakenBackWhereItHadArrived() {
    var base = new BudgetBase(Draw.on(A), List.of(maybe(Draw.on(B))), List.of());
    Plan plan = BudgetMerge.plan(base, at(0, B), at(1, A), LATEST);
    assertThat(plan.left()).isEqualTo(new TagEdit(tags(A), tags(B)));
    assertEnds(plan, Row.R10, Draw.on(A));
  }

  @Test
  @Tag("R11")
  void anInterruptedPlanThatHadReachedBothSidesIsDone() {
    var base = new BudgetBase(Draw.on(A), List.of(maybe(Draw.on(B))), List.of(maybe(Draw.on(B))));
    Plan plan = BudgetMerge.plan(base, at(0, B), at(1, B), LATEST);
    assertThat(plan.isQuiet()).isTrue();
    assertEnds(plan, Row.R11, Draw.on(B));
  }

  /** Found by the simulation: what a person put back was taken for what had been written there. */
  @Test
  @Tag("S11")
  void whatAPersonPutBackAfterItWasReplacedIsNews() {
    var base =
        new BudgetBase(Draw.NONE, List.of(surely(Draw.on(C), 2)), List.of(surely(Draw.on(B), 1)));
    assertEnds(BudgetMerge.plan(base, at(1, C), at(0, B), LATEST), Row.R02, Draw.on(B));
    List<Written> bothTimes = List.of(surely(Draw.on(B), 1), surely(Draw.on(C), 3));
    var written = new BudgetBase(Draw.NONE, List.of(surely(Draw.on(C), 2)), bothTimes);
    assertEnds(BudgetMerge.plan(written, at(1, C), at(0, C), LATEST), Row.R11, Draw.on(C));
  }

  /** Found by the simulation: the trackers' clocks decided between an older and a newer plan. */
  @Test
  @Tag("R09")
  void aSecondPlanThatReachedOneSideOnlyIsFinished() {
    List<Written> left = List.of(surely(Draw.on(B)), surely(Draw.on(C)));
    List<Written> right = List.of(surely(Draw.on(B)), maybe(Draw.on(C)));
    var base = new BudgetBase(Draw.on(A), left, right);
    assertEnds(BudgetMerge.plan(base, at(1, C), at(9, B), LATEST), Row.R09, Draw.on(C));
  }

  @Test
  @Tag("R12")
  void ofTwoInterruptedPlansTheLaterOneWins() {
    var base = new BudgetBase(Draw.on(A), List.of(maybe(Draw.on(B))), List.of(maybe(Draw.on(C))));
    assertEnds(BudgetMerge.plan(base, at(1, B), at(2, C), LATEST), Row.R12, Draw.on(C));
    assertEnds(BudgetMerge.plan(base, at(2, B), at(1, C), LATEST), Row.R12, Draw.on(B));
    assertEnds(BudgetMerge.plan(base, at(1, B), at(1, C), LATEST), Row.R12, Draw.on(B));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("R19")
  void whoChangedWhatHadArrivedKnewItAndWins(ConflictPolicy policy) {
    var arrived = new BudgetBase(Draw.on(A), List.of(), List.of(surely(Draw.on(B))));
    assertEnds(BudgetMerge.plan(arrived, at(9, B), at(1, C), policy), Row.R19, Draw.on(C));
    assertEnds(BudgetMerge.plan(arrived, at(9, B), at(1), policy), Row.R19, Draw.NONE);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("R19")
  void whereBothArrivedWhoKnewTheLaterArrivalWins(ConflictPolicy policy) {
    List<Written> earlier = List.of(surely(Draw.on(C), 1));
    List<Written> later = List.of(surely(Draw.on(B), 2));
    var both = new BudgetBase(Draw.NONE, later, earlier);
    assertEnds(BudgetMerge.plan(both, at(1, C), at(9, B, C), policy), Row.R19, Draw.on(C));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("R13")
  void severalNewTagsWaitForAPerson(ConflictPolicy policy) {
    assertHeld(BudgetMerge.plan(ON_A, at(1, B, C), at(2, A), policy), Row.R13);
    var ours = new BudgetBase(Draw.NONE, List.of(), List.of(maybe(Draw.on(C))));
    assertHeld(BudgetMerge.plan(ours, at(1, A, B), at(2, C), policy), Row.R13);
  }

  @Test
  @Tag("R13")
  void severalNewTagsWaitAlsoWhereTheOtherSideChangedToSomethingElse() {
    assertHeld(BudgetMerge.plan(ON_A, at(1, B, C), at(2), LATEST), Row.R13);
    assertHeld(BudgetMerge.plan(ON_A, at(1, B, C), at(2), PREFER_LEFT), Row.R13);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("R14")
  void theOtherSideMaySettleWhichOfSeveralTagsIsMeant(ConflictPolicy policy) {
    Plan plan = BudgetMerge.plan(ON_A, at(2, B, C), at(1, C), policy);
    assertThat(plan.left()).isEqualTo(new TagEdit(tags(), tags(B)));
    assertAnswered(plan, Row.R14, C);
  }

  /** Found by the simulation: a preferred value beat those who had it before their eyes. */
  @Test
  @Tag("R13")
  void severalTagsOverAValueThatHadArrivedWaitAlsoWhereTheOtherSideIsPreferred() {
    var arrived = new BudgetBase(Draw.NONE, List.of(), List.of(surely(Draw.on(C))));
    assertHeld(BudgetMerge.plan(arrived, at(1, C), at(2, A, B), PREFER_LEFT), Row.R13);
  }

  @Test
  @Tag("R15")
  void aPreferredSideBeatsSeveralTags() {
    Plan plan = BudgetMerge.plan(ON_A, at(2, B, C), at(1), PREFER_RIGHT);
    assertThat(plan.left()).isEqualTo(new TagEdit(tags(), tags(B, C)));
    assertEnds(plan, Row.R15, Draw.NONE);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("R16")
  void severalTagsOnBothSidesWaitForAPerson(ConflictPolicy policy) {
    assertHeld(BudgetMerge.plan(ON_A, at(1, B, C), at(2, B, C), policy), Row.R16);
  }

  private static void assertEnds(Plan plan, Row row, Draw next) {
    assertThat(plan.row()).isEqualTo(row);
    assertThat(plan.next()).contains(next);
  }

  private static void assertAnswered(Plan plan, Row row, Budget chosen) {
    assertEnds(plan, row, Draw.on(chosen));
    assertThat(plan.conflict().orElseThrow().chosen()).contains(Draw.on(chosen));
  }

  private static void assertHeld(Plan plan, Row row) {
    assertThat(plan.row()).isEqualTo(row);
    assertThat(plan.isQuiet()).isTrue();
    assertThat(plan.next()).isEmpty();
    assertThat(plan.conflict().orElseThrow().chosen()).isEmpty();
  }
}
