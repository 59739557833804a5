package tandem.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.model.IssueId;
import tandem.sync.model.MappingId;

/** What every {@link TwinHints} does. */
abstract class TwinHintsContract {
  private static final MappingId MAPPING = new MappingId(3);
  private static final MappingId OTHER = new MappingId(4);
  private static final IssueId R1 = new IssueId("r1");
  private static final IssueId R2 = new IssueId("r2");

  private TwinHints hints;

  protected abstract TwinHints open();

  @BeforeEach
  void openEmpty() {
    hints = open();
  }

  @Test
  void hintsAreFoundByKeyInTheOrderInWhichTheyWereNoted() {
    note("SHOP-2", R2);
    note("SHOP-2", R1);
    note("SHOP-1", R1);
    note("SHOP-2", R2);
    hints.note(OTHER, new TwinHint("SHOP-2", R1, "R-1", false));
    assertThat(hints.hints(MAPPING, List.of("SHOP-2", "SHOP-9")))
        .containsExactly(
            new TwinHint("SHOP-2", R2, "r2", false), new TwinHint("SHOP-2", R1, "r1", false));
    assertThat(hints.hints(MAPPING, List.of())).isEmpty();
  }

  @Test
  void whatWasLinkedIsUnseenUntilItIsTaken() {
    note("SHOP-1", R1);
    note("SHOP-2", R1);
    note("SHOP-2", R2);
    hints.linked(MAPPING, R1);
    assertThat(hints.unseen(MAPPING, 5)).containsExactly(R1);
    assertThat(hints.unmatched(MAPPING)).isEqualTo(1);
    assertThat(hints.take(MAPPING, R1)).isTrue();
    assertThat(hints.take(MAPPING, R1)).isFalse();
    assertThat(hints.take(MAPPING, R2)).as("never linked").isFalse();
    assertThat(hints.unseen(MAPPING, 5)).isEmpty();
    assertThat(hints.unmatched(MAPPING)).isZero();
  }

  @Test
  void noMoreThanAskedForAreGiven() {
    note("SHOP-1", R1);
    note("SHOP-2", R2);
    hints.linked(MAPPING, R1);
    hints.linked(MAPPING, R2);
    assertThat(hints.unseen(MAPPING, 1)).containsExactly(R1);
  }

  @Test
  void oneMappingsHintsAreForgottenAtOnce() {
    note("SHOP-1", R1);
    hints.note(OTHER, new TwinHint("PAY-1", R2, "R-2", false));
    hints.forget(MAPPING);
    assertThat(hints.hints(MAPPING, List.of("SHOP-1"))).isEmpty();
    assertThat(hints.unmatched(OTHER)).isEqualTo(1);
  }

  private void note(String leftKey, IssueId right) {
    hints.note(MAPPING, new TwinHint(leftKey, right, right.value(), false));
  }
}
