package tandem.sync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Decision;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.model.Side;
import tandem.sync.model.Topic;

/** What holds for every merge of decisions, on every one of a small space, absence included. */
class EveryDecisionTest {
  private static final List<Optional<Decision>> DECISIONS = decisions();

  private interface Claim {
    void check(Versions<Optional<Decision>> found, Referee referee);
  }

  @Test
  void swappingTheSidesSwapsThePlanAndNothingElse() {
    forAll((found, referee) -> {
      DecisionPlan plan = DecisionMerge.plan(found, referee);
      DecisionPlan mirrored =
          DecisionMerge.plan(
              new Versions<>(found.base(), found.right(), found.left()), Texts.swapped(referee));
      assertThat(mirrored.next().left()).isEqualTo(plan.next().right());
      assertThat(mirrored.next().right()).isEqualTo(plan.next().left());
      assertThat(mirrored.next().base()).isEqualTo(plan.next().base());
      assertThat(mirrored.rows()).isEqualTo(plan.rows());
      assertThat(mirrored.conflicts()).hasSameSizeAs(plan.conflicts());
    });
  }

  @Test
  void anAppliedPlanLeavesNothingToDo() {
    forAll((found, referee) -> {
      DecisionPlan plan = DecisionMerge.plan(found, referee);
      DecisionPlan again = DecisionMerge.plan(plan.next(), referee);
      assertThat(again.isQuiet()).isTrue();
      assertThat(again.isOpen()).isEqualTo(plan.isOpen());
      if (!plan.isOpen()) {
        assertThat(plan.next().left()).isEqualTo(plan.next().right());
        assertThat(again.conflicts()).isEmpty();
      }
    });
  }

  @Test
  void aTitleThatAPersonSetIsInTheOutcomeOrInAConflict() {
    forAll((found, referee) -> {
      DecisionPlan plan = DecisionMerge.plan(found, referee);
      for (Side side : Side.values()) {
        Optional<Decision> edited = found.of(side).filter(it -> isNews(found.base(), it));
        boolean kept =
            edited.isEmpty()
                || plan.next().of(side).map(Decision::title).equals(edited.map(Decision::title))
                || !plan.conflicts().isEmpty();
        assertThat(kept).isTrue();
      }
    });
  }

  private static boolean isNews(Optional<Decision> base, Decision side) {
    return base.isEmpty() || !base.get().title().says(side.title());
  }

  private static List<Optional<Decision>> decisions() {
    List<Optional<Decision>> decisions = new ArrayList<>(List.of(Optional.empty()));
    for (List<Section> sections : sections()) {
      Decision plain = Texts.titled("t", sections.toArray(Section[]::new));
      for (String status : List.of("Proposed", "Accepted", "Superseded")) {
        decisions.add(Optional.of(Texts.with(plain, Fact.STATUS, status)));
      }
      decisions.add(Optional.of(plain.withTitle(Passage.plain("u"))));
    }
    return decisions;
  }

  private static List<List<Section>> sections() {
    Section decided = Texts.section(Topic.DECISION, "a");
    Section edited = Texts.section(Topic.DECISION, "b");
    Section more = Texts.other("more", "m");
    return List.of(List.of(), List.of(decided), List.of(edited, more), List.of(more, decided));
  }

  private static void forAll(Claim claim) {
    for (Referee referee : Texts.referees()) {
      for (Optional<Decision> base : DECISIONS) {
        for (Optional<Decision> left : DECISIONS) {
          for (Optional<Decision> right : DECISIONS) {
            var found = new Versions<>(base, left, right);
            try {
              claim.check(found, referee);
            } catch (AssertionError broken) {
              throw new AssertionError("in " + found + " by " + referee, broken);
            }
          }
        }
      }
    }
  }
}
