package tandem.sync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.reconcile.Texts.section;
import static tandem.sync.reconcile.Texts.titled;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Decision;
import tandem.sync.model.Side;
import tandem.sync.model.Topic;

/**
 * What holds for every plan of a small space that was cut off after any of its writes, whatever
 * people did to both sides meanwhile.
 */
class EveryInterruptionTest {
  private static final List<Optional<Decision>> DECISIONS =
      Stream.of(
              Optional.<Decision>empty(),
              Optional.of(titled("t")),
              Optional.of(titled("u")),
              Optional.of(titled("t", section(Topic.CONTEXT, "a"))),
              Optional.of(titled("v", section(Topic.CONTEXT, "ab"))))
          .toList();

  /** A plan, the sides whose write is in effect, and what both sides hold since. */
  private record Cut(
      DecisionPlan plan, Set<Side> applied, Optional<Decision> left, Optional<Decision> right) {

    Ground ground() {
      OpenPlan open = new OpenPlan(plan.next().base(), writes());
      return Ground.of(plan.found().base(), List.of(open));
    }

    private List<OpenPlan.Write> writes() {
      return Stream.of(Side.values()).filter(plan::changes).map(this::write).toList();
    }

    private OpenPlan.Write write(Side side) {
      return new OpenPlan.Write(
          side, plan.found().of(side), plan.next().of(side), applied.contains(side));
    }

    /** What stood there when the plan was cut off. */
    Optional<Decision> leftBehind(Side side) {
      return applied.contains(side) ? plan.next().of(side) : plan.found().of(side);
    }

    Optional<Decision> now(Side side) {
      return side == Side.LEFT ? left : right;
    }

    boolean isUntouched() {
      return left.equals(leftBehind(Side.LEFT)) && right.equals(leftBehind(Side.RIGHT));
    }

    DecisionPlan resumed(Referee referee) {
      return GroundMerge.plan(ground(), left, right, referee);
    }

    Cut swapped(Referee referee) {
      Versions<Optional<Decision>> found = plan.found();
      DecisionPlan mirrored =
          DecisionMerge.plan(
              new Versions<>(found.base(), found.right(), found.left()), Texts.swapped(referee));
      Set<Side> others = EnumSet.noneOf(Side.class);
      applied.forEach(side -> others.add(side.other()));
      return new Cut(mirrored, others, right, left);
    }
  }

  private interface Claim {
    void check(Cut cut, Referee referee);
  }

  @Test
  void whatNobodyTouchedSinceIsFinishedAsPlannedAndNoConflictIsAnsweredTwice() {
    forAll((cut, referee) -> {
      if (cut.isUntouched()) {
        DecisionPlan resumed = cut.resumed(referee);
        assertThat(resumed.next()).isEqualTo(cut.plan().next());
        assertThat(resumed.isOpen()).isEqualTo(cut.plan().isOpen());
        assertThat(resumed.conflicts())
            .as("answered ones")
            .allMatch(conflict -> conflict.isOpen() || cut.applied().isEmpty());
      }
    });
  }

  @Test
  void swappingTheSidesSwapsThePlanAndNothingElse() {
    forAll((cut, referee) -> {
      DecisionPlan plan = cut.resumed(referee);
      DecisionPlan mirrored = cut.swapped(referee).resumed(Texts.swapped(referee));
      assertThat(mirrored.next().left()).isEqualTo(plan.next().right());
      assertThat(mirrored.next().right()).isEqualTo(plan.next().left());
      assertThat(mirrored.next().base()).isEqualTo(plan.next().base());
      assertThat(mirrored.rows()).isEqualTo(plan.rows());
      assertThat(mirrored.conflicts()).hasSameSizeAs(plan.conflicts());
    });
  }

  @Test
  void aFinishedPlanLeavesNothingToDo() {
    forAll((cut, referee) -> {
      DecisionPlan plan = cut.resumed(referee);
      DecisionPlan again = DecisionMerge.plan(plan.next(), referee);
      assertThat(again.isQuiet()).isTrue();
      assertThat(again.isOpen()).isEqualTo(plan.isOpen());
    });
  }

  /**
   * Who sets what the plan was about to set anyway has said nothing against it; and who brings back
   * what was agreed on before cannot be told from nobody (docs/reconcile.md, known limits).
   */
  @Test
  void aTitleThatWasSetMeanwhileIsInTheOutcomeOrInAConflict() {
    forAll((cut, referee) -> {
      DecisionPlan plan = cut.resumed(referee);
      for (Side side : Side.values()) {
        Optional<Decision> edited =
            cut.now(side)
                .filter(now -> isNews(now, cut.leftBehind(side)))
                .filter(now -> isNews(now, cut.plan().next().of(side)))
                .filter(now -> isNews(now, cut.plan().found().base()));
        boolean kept =
            edited.isEmpty()
                || plan.next().of(side).map(Decision::title).equals(edited.map(Decision::title))
                || !plan.conflicts().isEmpty();
        assertThat(kept).isTrue();
      }
    });
  }

  private static boolean isNews(Decision now, Optional<Decision> before) {
    return before.isEmpty() || !before.get().title().says(now.title());
  }

  private static void forAll(Claim claim) {
    for (Referee referee : Texts.referees()) {
      for (DecisionPlan plan : plans(referee)) {
        for (Set<Side> applied : subsets(plan)) {
          for (Optional<Decision> left : since(plan, applied, Side.LEFT)) {
            for (Optional<Decision> right : since(plan, applied, Side.RIGHT)) {
              check(claim, new Cut(plan, applied, left, right), referee);
            }
          }
        }
      }
    }
  }

  private static void check(Claim claim, Cut cut, Referee referee) {
    try {
      claim.check(cut, referee);
    } catch (AssertionError broken) {
      throw new AssertionError("in " + cut + " by " + referee, broken);
    }
  }

  private static List<DecisionPlan> plans(Referee referee) {
    List<DecisionPlan> plans = new ArrayList<>();
    for (Optional<Decision> base : DECISIONS) {
      for (Optional<Decision> left : DECISIONS) {
        for (Optional<Decision> right : DECISIONS) {
          plans.add(DecisionMerge.plan(new Versions<>(base, left, right), referee));
        }
      }
    }
    return plans.stream().filter(plan -> !plan.isQuiet()).toList();
  }

  private static List<Set<Side>> subsets(DecisionPlan plan) {
    return Stream.of(
            EnumSet.noneOf(Side.class),
            EnumSet.of(Side.LEFT),
            EnumSet.of(Side.RIGHT),
            EnumSet.allOf(Side.class))
        .filter(sides -> sides.stream().allMatch(plan::changes))
        .<Set<Side>>map(sides -> sides)
        .toList();
  }

  /** What stands there untouched, and everything that a person may have made of it. */
  private static List<Optional<Decision>> since(DecisionPlan plan, Set<Side> applied, Side side) {
    Optional<Decision> untouched = (applied.contains(side) ? plan.next() : plan.found()).of(side);
    return Stream.concat(Stream.of(untouched), DECISIONS.stream()).distinct().toList();
  }
}
