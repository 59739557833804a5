package tandem.sync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.reconcile.Texts.EARLY;
import static tandem.sync.reconcile.Texts.LATE;
import static tandem.sync.reconcile.Texts.ask;
import static tandem.sync.reconcile.Texts.latest;
import static tandem.sync.reconcile.Texts.other;
import static tandem.sync.reconcile.Texts.section;
import static tandem.sync.reconcile.Texts.titled;
import static tandem.sync.reconcile.Texts.with;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Decision;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.model.Side;
import tandem.sync.model.Topic;

/** Rows D01 to D18. */
class DecisionMergeTest {
  private static final Decision BASE = titled("t", section(Topic.CONTEXT, "abc"));
  private static final Decision ACCEPTED =
      with(titled("t", section(Topic.DECISION, "a")), Fact.STATUS, "Accepted");

  @Test
  @Tag("D01")
  void aDecisionThatNobodyChangedIsQuiet() {
    DecisionPlan plan = plan(BASE, BASE, BASE, latest());
    assertThat(plan.isQuiet()).isTrue();
    assertThat(plan.rows()).containsExactly(DecisionRow.D01, DecisionRow.T01);
  }

  @Test
  @Tag("D02")
  void whatOneSideChangedFollowsFieldByField() {
    Decision left = titled("t2", section(Topic.CONTEXT, "abc"));
    Decision right = with(BASE, Fact.SPACE, "problem");
    DecisionPlan plan = plan(BASE, left, right, latest());
    assertThat(both(plan).title().written()).isEqualTo("t2");
    assertThat(both(plan).fact(Fact.SPACE)).isPresent();
    assertThat(plan.conflicts()).isEmpty();
  }

  @Test
  @Tag("D02")
  void aSectionThatOneSideAddedOrRemovedFollows() {
    Decision base = titled("t", section(Topic.CONTEXT, "a"), other("more", "m"));
    Decision left = titled("t", section(Topic.CONTEXT, "a"));
    Decision right =
        titled("t", section(Topic.CONTEXT, "a"), section(Topic.SKIPPED, "s"), other("more", "m"));
    assertThat(both(plan(base, left, right, latest())).sections())
        .extracting(Section::key)
        .containsExactly(Section.Key.of(Topic.CONTEXT), Section.Key.of(Topic.SKIPPED));
  }

  @Test
  @Tag("D03")
  void theSameChangeOnBothSidesIsNoConflict() {
    Decision both = with(BASE, Fact.DECIDED_ON, "2026-01-02");
    DecisionPlan plan = plan(BASE, both, both, ask());
    assertThat(plan.isQuiet()).isTrue();
    assertThat(plan.rows()).contains(DecisionRow.D03);
    assertThat(plan.next().base()).contains(both);
  }

  @Test
  @Tag("D04")
  void aFieldOrSectionThatOneSideRemovedAndTheOtherEditedStays() {
    Decision base = with(BASE, Fact.REVIEW_ON, "2026-02-01");
    Decision left = titled("t");
    Decision right = with(titled("t", section(Topic.CONTEXT, "abX")), Fact.REVIEW_ON, "2026-03-01");
    assertThat(both(plan(base, left, right, latest()))).isEqualTo(right);
    assertThat(plan(base, left, right, latest()).rows()).contains(DecisionRow.D04);
  }

  @Test
  @Tag("D05")
  void ofTwoTitlesTheLaterWinsAndTheOtherIsKeptInTheConflict() {
    DecisionPlan plan =
        plan(BASE, BASE.withTitle(title("l")), BASE.withTitle(title("r")), latest());
    assertThat(both(plan).title().written()).isEqualTo("r");
    assertThat(plan.conflicts().getFirst().held().left()).containsExactly(title("l"));
    assertThat(plan.isOpen()).isFalse();
  }

  @Test
  @Tag("D06")
  void atTheSameMomentTheFirstByTextWins() {
    Referee atOnce = new Referee(ConflictPolicy.LATEST, EARLY, EARLY);
    DecisionPlan plan = plan(BASE, BASE.withTitle(title("z")), BASE.withTitle(title("b")), atOnce);
    assertThat(both(plan).title().written()).isEqualTo("b");
    assertThat(plan.rows()).contains(DecisionRow.D06);
  }

  @Test
  @Tag("D07")
  void thePreferredSideWins() {
    Referee left = new Referee(ConflictPolicy.PREFER_LEFT, EARLY, LATE);
    DecisionPlan plan = plan(BASE, BASE.withTitle(title("l")), BASE.withTitle(title("r")), left);
    assertThat(both(plan).title().written()).isEqualTo("l");
    assertThat(plan.conflicts().getFirst().chosen()).contains(Side.LEFT);
  }

  @Test
  @Tag("D08")
  void whatAPersonHasToChooseStaysAndEveryOtherFieldMerges() {
    Decision left = with(BASE.withTitle(title("l")), Fact.SPACE, "outcome");
    DecisionPlan plan = plan(BASE, left, BASE.withTitle(title("r")), ask());
    assertThat(plan.isOpen()).isTrue();
    assertThat(plan.changes(Side.LEFT)).isFalse();
    assertThat(plan.next().right().orElseThrow().title()).isEqualTo(title("r"));
    assertThat(plan.next().right().orElseThrow().fact(Fact.SPACE)).isPresent();
    assertThat(plan.next().base().orElseThrow().title()).isEqualTo(title("t"));
    assertThat(DecisionMerge.plan(plan.next(), ask()).isQuiet()).isTrue();
  }

  @Test
  @Tag("D09")
  void namesAndDissentAreJoinedElementByElement() {
    Decision base = dissent("ab", "Ada, Bob");
    DecisionPlan plan = plan(base, dissent("aX", "Ada, Bob, Cy"), dissent("bY", "Bob, Dee"), ask());
    assertThat(both(plan).decidedBy()).containsExactly("Bob", "Cy", "Dee");
    assertThat(Texts.letters(both(plan).body(Topic.DISSENT)))
        .contains("X", "Y")
        .doesNotContain("a");
    assertThat(plan.conflicts()).isEmpty();
  }

  @Test
  @Tag("D10")
  void aNewDecisionIsCreatedOnTheOtherSide() {
    DecisionPlan plan = plan(null, BASE, null, latest());
    assertThat(plan.changes(Side.RIGHT)).isTrue();
    assertThat(plan.changes(Side.LEFT)).isFalse();
    assertThat(both(plan)).isEqualTo(BASE);
  }

  @Test
  @Tag("D11")
  void aDecisionThatBothSidesBeganIsMergedFieldByField() {
    DecisionPlan plan =
        plan(null, with(BASE, Fact.SPACE, "problem"), BASE.withTitle(title("r")), latest());
    assertThat(both(plan).title()).isEqualTo(title("r"));
    assertThat(both(plan).fact(Fact.SPACE)).isPresent();
    assertThat(plan.rows()).contains(DecisionRow.D11);
    assertThat(plan.conflicts()).hasSize(1);
  }

  @Test
  @Tag("D12")
  void aDeletionFollowsWhereTheOtherSideHadNotChangedIt() {
    DecisionPlan plan = plan(BASE, null, BASE, latest());
    assertThat(plan.changes(Side.RIGHT)).isTrue();
    assertThat(plan.next()).isEqualTo(Versions.all(Optional.empty()));
  }

  @Test
  @Tag("D13")
  void aDeletionAgainstAnEditKeepsTheEdit() {
    Decision edited = BASE.withTitle(title("r"));
    DecisionPlan plan = plan(BASE, null, edited, ask());
    assertThat(plan.changes(Side.LEFT)).isTrue();
    assertThat(both(plan)).isEqualTo(edited);
    assertThat(plan.conflicts().getFirst().chosen()).contains(Side.RIGHT);
  }

  @Test
  @Tag("D14")
  void aDecisionThatBothSidesDeletedIsGone() {
    DecisionPlan plan = plan(BASE, null, null, latest());
    assertThat(plan.isQuiet()).isTrue();
    assertThat(plan.next().base()).isEmpty();
  }

  @Test
  @Tag("D15")
  void anAcceptedDecisionThatIsEditedFollowsAndIsReportedWithWhatWasAgreed() {
    Decision edited = with(titled("t", section(Topic.DECISION, "z")), Fact.STATUS, "Accepted");
    DecisionPlan plan = plan(ACCEPTED, ACCEPTED, edited, latest());
    assertThat(both(plan)).isEqualTo(edited);
    DecisionConflict conflict = plan.conflicts().getFirst();
    assertThat(conflict.row()).isEqualTo(DecisionRow.D15);
    assertThat(Texts.letters(conflict.held().base())).isEqualTo("a");
    Decision superseded = with(edited, Fact.STATUS, "Superseded by d2");
    assertThat(plan(ACCEPTED, ACCEPTED, superseded, latest()).conflicts()).isEmpty();
  }

  @Test
  @Tag("D16")
  void aStatusThatGoesBackFollowsAndIsReported() {
    Decision back = with(ACCEPTED, Fact.STATUS, "Proposed");
    DecisionPlan plan = plan(ACCEPTED, back, ACCEPTED, latest());
    assertThat(both(plan)).isEqualTo(back);
    assertThat(plan.rows()).contains(DecisionRow.D16);
    assertThat(plan.isOpen()).isFalse();
  }

  @Test
  @Tag("D17")
  void anotherOrderOfTheSectionsFollows() {
    Decision base = titled("t", section(Topic.CONTEXT, "a"), other("more", "m"));
    Decision moved = titled("t", other("more", "m"), section(Topic.CONTEXT, "a"));
    DecisionPlan plan = plan(base, base, moved, latest());
    assertThat(both(plan)).isEqualTo(moved);
    assertThat(plan.rows()).contains(DecisionRow.D17);
  }

  @Test
  @Tag("D18")
  void aDecisionThatJiraCannotHoldTouchesNothingAndSaysSo() {
    Decision large = BASE.withTitle(title("x".repeat(Decision.LARGEST)));
    DecisionPlan plan = plan(BASE, BASE, large, latest());
    assertThat(plan.isQuiet()).isTrue();
    assertThat(plan.isOpen()).isTrue();
    assertThat(plan.next().right()).contains(large);
    assertThat(plan.rows()).contains(DecisionRow.D18);
  }

  private static Passage title(String title) {
    return Passage.plain(title);
  }

  private static Decision dissent(String letters, String names) {
    return with(titled("t", section(Topic.DISSENT, letters)), Fact.DECIDED_BY, names);
  }

  private static Decision both(DecisionPlan plan) {
    assertThat(plan.next().left()).isEqualTo(plan.next().right());
    return plan.next().left().orElseThrow();
  }

  private static DecisionPlan plan(Decision base, Decision left, Decision right, Referee referee) {
    return DecisionMerge.plan(
        new Versions<>(
            Optional.ofNullable(base), Optional.ofNullable(left), Optional.ofNullable(right)),
        referee);
  }
}
