package tandem.sync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Passage;

/** What holds for every merge of one field and of one set of names, absence included. */
class EveryFieldTest {
  private static final List<String> VALUES = List.of("", "a", "b", "c");
  private static final List<String> SETS =
      List.of("", "a", "b", "c", "a, b", "a, c", "b, c", "a, b, c");

  private interface Merge {
    Versions<Passage> of(Versions<Passage> field, Minutes minutes);
  }

  private interface Claim {
    void check(Versions<String> found, Referee referee);
  }

  private static final Merge FIELD =
      (field, minutes) -> new FieldMerge(minutes).merge("field", field);
  private static final Merge NAMES =
      (field, minutes) -> new FieldMerge(minutes).join("names", field);

  @Test
  void aFieldIsKeptTakenOverOrContested() {
    forAll(
        VALUES,
        (found, referee) -> {
          Minutes minutes = new Minutes(referee);
          Versions<String> merged = merged(FIELD, found, minutes);
          if (found.left().equals(found.right())) {
            assertThat(merged).isEqualTo(Versions.all(found.left()));
          } else if (found.left().equals(found.base())) {
            assertThat(merged).isEqualTo(Versions.all(found.right()));
          } else if (found.right().equals(found.base())) {
            assertThat(merged).isEqualTo(Versions.all(found.left()));
          } else if (found.left().isEmpty() || found.right().isEmpty()) {
            assertThat(merged).isEqualTo(Versions.all(found.left() + found.right()));
          } else {
            assertContested(found, merged, minutes);
          }
        });
  }

  private static void assertContested(
      Versions<String> found, Versions<String> merged, Minutes minutes) {
    DecisionConflict conflict = minutes.conflicts().getFirst();
    assertThat(minutes.conflicts()).hasSize(1);
    assertThat(conflict.held().map(Texts::letters)).isEqualTo(found);
    assertThat(merged).isEqualTo(conflict.chosen().map(found::of).map(Versions::all).orElse(found));
  }

  @Test
  void aNameIsInWhereNobodyTookItOutAndSomebodyHasIt() {
    forAll(
        SETS,
        (found, referee) -> {
          Minutes minutes = new Minutes(referee);
          Versions<String> merged = merged(NAMES, found, minutes);
          assertThat(names(merged.left())).isEqualTo(joined(found.map(EveryFieldTest::names)));
          assertThat(minutes.conflicts()).isEmpty();
        });
  }

  private static Set<String> joined(Versions<Set<String>> found) {
    return Set.of("a", "b", "c").stream()
        .filter(name ->
            found.base().contains(name)
                ? found.left().contains(name) && found.right().contains(name)
                : found.left().contains(name) || found.right().contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void swappingTheSidesSwapsTheOutcomeAndNothingElse() {
    forEveryMerge((merge, found, referee) -> {
      Versions<String> merged = merged(merge, found, new Minutes(referee));
      var swapped = new Versions<>(found.base(), found.right(), found.left());
      assertThat(merged(merge, swapped, new Minutes(Texts.swapped(referee))))
          .isEqualTo(new Versions<>(merged.base(), merged.right(), merged.left()));
    });
  }

  @Test
  void mergingTheOutcomeAgainChangesNothing() {
    forEveryMerge((merge, found, referee) -> {
      Versions<String> merged = merged(merge, found, new Minutes(referee));
      assertThat(merged(merge, merged, new Minutes(referee))).isEqualTo(merged);
    });
  }

  private interface AnyClaim {
    void check(Merge merge, Versions<String> found, Referee referee);
  }

  private static void forEveryMerge(AnyClaim claim) {
    forAll(VALUES, (found, referee) -> claim.check(FIELD, found, referee));
    forAll(SETS, (found, referee) -> claim.check(NAMES, found, referee));
  }

  private static Versions<String> merged(Merge merge, Versions<String> found, Minutes minutes) {
    return merge.of(found.map(Passage::plain), minutes).map(Passage::written);
  }

  private static Set<String> names(String field) {
    return new TreeSet<>(
        field.isEmpty() ? List.of() : new ArrayList<>(Arrays.asList(field.split(", "))));
  }

  private static void forAll(List<String> values, Claim claim) {
    for (Referee referee : Texts.referees()) {
      for (String base : values) {
        for (String left : values) {
          for (String right : values) {
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
