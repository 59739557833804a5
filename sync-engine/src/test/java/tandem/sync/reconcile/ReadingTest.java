package tandem.sync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.reconcile.Worlds.A;
import static tandem.sync.reconcile.Worlds.B;
import static tandem.sync.reconcile.Worlds.C;
import static tandem.sync.reconcile.Worlds.maybe;
import static tandem.sync.reconcile.Worlds.surely;
import static tandem.sync.reconcile.Worlds.tags;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Draw;
import tandem.sync.reconcile.BudgetBase.Written;
import tandem.sync.reconcile.Reading.News;
import tandem.sync.reconcile.Reading.Old;
import tandem.sync.reconcile.Reading.Ours;
import tandem.sync.reconcile.Reading.Unclear;

class ReadingTest {
  private static final Draw ON_A = Draw.on(A);
  private static final Draw ON_B = Draw.on(B);
  private static final Draw ON_C = Draw.on(C);

  @Test
  @Tag("S01")
  void tagsAsAgreedAreOld() {
    assertThat(Reading.of(tags(A), ON_A, List.of())).isEqualTo(new Old(ON_A));
    assertThat(Reading.of(tags(), Draw.NONE, List.of())).isEqualTo(new Old(Draw.NONE));
    assertThat(Reading.of(tags(A), ON_A, List.of(maybe(ON_B)))).isEqualTo(new Old(ON_A));
  }

  @Test
  @Tag("S02")
  void aSingleUnknownTagIsAPersonsNews() {
    assertThat(Reading.of(tags(B), ON_A, List.of())).isEqualTo(new News(ON_B));
    assertThat(Reading.of(tags(B), Draw.NONE, List.of(maybe(ON_C)))).isEqualTo(new News(ON_B));
  }

  @Test
  @Tag("S03")
  void aSecondLabelMeansASwitchToTheNewerOne() {
    assertThat(Reading.of(tags(A, B), ON_A, List.of())).isEqualTo(new News(ON_B));
    assertThat(Reading.of(tags(A, B), ON_B, List.of())).isEqualTo(new News(ON_A));
    assertThat(Reading.of(tags(B, C), ON_A, List.of(maybe(ON_B)))).isEqualTo(new News(ON_C));
  }

  @Test
  @Tag("S04")
  void noTagWhereOneWasAgreedWasTakenAway() {
    assertThat(Reading.of(tags(), ON_A, List.of())).isEqualTo(new News(Draw.NONE));
    assertThat(Reading.of(tags(), ON_A, List.of(maybe(ON_B)))).isEqualTo(new News(Draw.NONE));
  }

  @Test
  @Tag("S05")
  void whatTandemWroteIsNoNews() {
    assertThat(Reading.of(tags(B), ON_A, List.of(maybe(ON_B)))).isEqualTo(new Ours(ON_B));
    assertThat(Reading.of(tags(A, B), ON_A, List.of(maybe(ON_B)))).isEqualTo(new Ours(ON_B));
    assertThat(Reading.of(tags(), ON_A, List.of(maybe(Draw.NONE)))).isEqualTo(new Ours(Draw.NONE));
  }

  @Test
  @Tag("S06")
  void twoUnknownTagsCannotBeToldApart() {
    assertThat(Reading.of(tags(B, C), ON_A, List.of())).isEqualTo(new Unclear(tags(B, C)));
    assertThat(Reading.of(tags(A, B, C), ON_A, List.of())).isEqualTo(new Unclear(tags(B, C)));
    assertThat(Reading.of(tags(A, B), Draw.NONE, List.of())).isEqualTo(new Unclear(tags(A, B)));
  }

  @Test
  @Tag("S07")
  void ofSeveralWrittenTagsTheOneWrittenLastCounts() {
    assertThat(Reading.of(tags(B, C), ON_A, List.of(maybe(ON_B), maybe(ON_C))))
        .isEqualTo(new Ours(ON_C));
    assertThat(Reading.of(tags(B, C), ON_A, List.of(maybe(ON_C), maybe(ON_B))))
        .isEqualTo(new Ours(ON_B));
  }

  @Test
  @Tag("S08")
  void whatIsKnownToStandHereStandsForTheBase() {
    List<Written> applied = List.of(surely(ON_B));
    assertThat(Reading.of(tags(B), ON_A, applied)).isEqualTo(new Ours(ON_B));
    assertThat(Reading.of(tags(A), ON_A, applied)).as("put back").isEqualTo(new News(ON_A));
    assertThat(Reading.of(tags(A, B), ON_A, applied)).isEqualTo(new News(ON_A));
    assertThat(Reading.of(tags(), Draw.NONE, applied)).isEqualTo(new News(Draw.NONE));
    assertThat(Reading.of(tags(A), ON_A, List.of(surely(ON_B), surely(ON_A))))
        .as("taken back by Tandem itself")
        .isEqualTo(new Old(ON_A));
    assertThat(Reading.of(tags(C), ON_A, List.of(surely(ON_B), maybe(ON_C))))
        .isEqualTo(new Ours(ON_C));
  }

  @Test
  @Tag("S09")
  void aTagThatAPersonPutThereIsNotTakenForOursBecauseAWriteWasToKeepIt() {
    assertThat(maybe(ON_B).over(tags(B, C))).isEmpty();
    assertThat(surely(ON_B).over(tags(B, C))).as("answered").contains(surely(ON_B));
    assertThat(maybe(ON_B).over(tags(C))).as("it was to come").contains(maybe(ON_B));
    assertThat(maybe(Draw.NONE).over(tags(C))).as("clearing").contains(maybe(Draw.NONE));
  }
}
