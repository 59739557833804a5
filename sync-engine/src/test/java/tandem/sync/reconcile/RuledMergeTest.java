package tandem.sync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.reconcile.Worlds.A;
import static tandem.sync.reconcile.Worlds.B;
import static tandem.sync.reconcile.Worlds.C;
import static tandem.sync.reconcile.Worlds.at;
import static tandem.sync.reconcile.Worlds.tags;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Draw;
import tandem.sync.model.Ruling;

class RuledMergeTest {
  private static final Ruling CHOICE =
      new Ruling(Ruling.Kind.CHOICE, Draw.on(B), tags(B), tags(C), Instant.EPOCH);
  private static final Ruling UNDO =
      new Ruling(Ruling.Kind.UNDO, Draw.NONE, tags(B), tags(B), Instant.EPOCH);

  @Test
  @Tag("R17")
  void bothSidesBecomeWhatWasChosenAndTheConflictIsAnswered() {
    Plan plan = RuledMerge.plan(CHOICE, at(1, B), at(2, C)).orElseThrow();
    assertThat(plan.row()).isEqualTo(Row.R17);
    assertThat(plan.next()).contains(Draw.on(B));
    assertThat(plan.left().isEmpty()).isTrue();
    assertThat(plan.right()).isEqualTo(new TagEdit(tags(B), tags(C)));
    assertThat(plan.conflict().orElseThrow().chosen()).contains(Draw.on(B));
    assertThat(plan.conflict().orElseThrow().right()).isEqualTo(tags(C));
  }

  @Test
  @Tag("R18")
  void anUndoneChangeIsTakenBackOnBothSides() {
    Plan plan = RuledMerge.plan(UNDO, at(1, B), at(2, B)).orElseThrow();
    assertThat(plan.row()).isEqualTo(Row.R18);
    assertThat(plan.left()).isEqualTo(new TagEdit(tags(), tags(B)));
    assertThat(plan.right()).isEqualTo(new TagEdit(tags(), tags(B)));
    assertThat(plan.conflict()).isEmpty();
  }

  @Test
  @Tag("R18")
  void whatACutOffTurnHadWrittenAlreadyIsFinished() {
    Plan plan = RuledMerge.plan(UNDO, at(1), at(2, B)).orElseThrow();
    assertThat(plan.left().isEmpty()).isTrue();
    assertThat(plan.right()).isEqualTo(new TagEdit(tags(), tags(B)));
  }

  @Test
  @Tag("L01")
  void anEditOfEitherSideSinceMakesTheRulingLapse() {
    assertThat(RuledMerge.plan(CHOICE, at(1, A), at(2, C))).isEmpty();
    assertThat(RuledMerge.plan(CHOICE, at(1, B), at(2, A))).isEmpty();
    assertThat(RuledMerge.plan(CHOICE, at(1, B), at(2, C, A))).isEmpty();
    assertThat(RuledMerge.plan(CHOICE, at(1), at(2, C))).isEmpty();
  }
}
