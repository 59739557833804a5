package tandem.sync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Passage;

/** What holds for every merge of texts, on every text of up to three of four paragraphs. */
class EveryTextTest {
  private static final List<String> BASES = Texts.all("ab", 3);
  private static final List<String> SIDES = Texts.all("abx", 3);

  private interface Claim {
    void check(Versions<List<Passage>> found, Referee referee);
  }

  @Test
  void swappingTheSidesSwapsTheOutcomeAndNothingElse() {
    forAll((found, referee) -> {
      var merged = merge(found, new Minutes(referee));
      var mirrored =
          merge(
              new Versions<>(found.base(), found.right(), found.left()),
              new Minutes(Texts.swapped(referee)));
      assertThat(mirrored).isEqualTo(new Versions<>(merged.base(), merged.right(), merged.left()));
    });
  }

  @Test
  void bothSidesBecomeTheSameUnlessAPersonHasToChoose() {
    forAll((found, referee) -> {
      Minutes minutes = new Minutes(referee);
      var merged = merge(found, minutes);
      if (minutes.conflicts().stream().noneMatch(DecisionConflict::isOpen)) {
        assertThat(merged.left()).isEqualTo(merged.right()).isEqualTo(merged.base());
      }
    });
  }

  /** With an open conflict among paragraphs that repeat, it may be another one the next time. */
  @Test
  void mergingTheOutcomeAgainChangesNothing() {
    forAll((found, referee) -> {
      Minutes minutes = new Minutes(referee);
      var merged = merge(found, minutes);
      boolean repeats =
          !isDistinct(found.base()) || !isDistinct(found.left()) || !isDistinct(found.right());
      if (minutes.conflicts().stream().noneMatch(DecisionConflict::isOpen) || !repeats) {
        assertThat(merge(merged, new Minutes(referee))).isEqualTo(merged);
      }
    });
  }

  @Test
  void whatASideAddedIsInTheOutcomeOrInAConflict() {
    forAll((found, referee) -> {
      Minutes minutes = new Minutes(referee);
      var merged = merge(found, minutes);
      Set<Passage> kept = new HashSet<>(merged.left());
      minutes
          .conflicts()
          .forEach(conflict -> {
            kept.addAll(conflict.held().left());
            kept.addAll(conflict.held().right());
          });
      assertThat(kept).containsAll(news(found.base(), found.left()));
      assertThat(kept).containsAll(news(found.base(), found.right()));
    });
  }

  @Test
  void noParagraphIsInvented() {
    forAll((found, referee) -> {
      var merged = merge(found, new Minutes(referee));
      Set<Passage> known =
          Stream.of(found.base(), found.left(), found.right())
              .flatMap(List::stream)
              .collect(Collectors.toSet());
      assertThat(known).containsAll(merged.left()).containsAll(merged.right());
    });
  }

  private static boolean isDistinct(List<Passage> text) {
    return new HashSet<>(text).size() == text.size();
  }

  private static Set<Passage> news(List<Passage> base, List<Passage> side) {
    return side.stream().filter(passage -> !base.contains(passage)).collect(Collectors.toSet());
  }

  private static Versions<List<Passage>> merge(Versions<List<Passage>> found, Minutes minutes) {
    return TextMerge.merge("text", found, minutes);
  }

  private static void forAll(Claim claim) {
    for (Referee referee : Texts.referees()) {
      for (String base : BASES) {
        for (String left : SIDES) {
          for (String right : SIDES) {
            var found = new Versions<>(base, left, right);
            try {
              claim.check(found.map(Texts::text), referee);
            } catch (AssertionError broken) {
              throw new AssertionError("in " + found + " by " + referee, broken);
            }
          }
        }
      }
    }
  }
}
