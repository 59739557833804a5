package tandem.app.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {

  @Test
  void thirdsAddUpToAHundred() {
    assertThat(Shares.of(List.of(1.0, 1.0, 1.0))).containsExactly(33.4, 33.3, 33.3);
  }

  @Test
  void nothingIsSharedWhereNothingIsThere() {
    assertThat(Shares.of(List.of(0.0, 0.0))).containsExactly(0.0, 0.0);
    assertThat(Shares.of(List.of())).isEmpty();
  }

  @Test
  void allSmallPartsAddUpAndAreLessThanATenthOff() {
    for (int a = 0; a < 12; a++) {
      for (int b = 0; b < 12; b++) {
        for (int c = 0; c < 12; c++) {
          check(a, b, c);
        }
      }
    }
  }

  private static void check(int a, int b, int c) {
    List<Double> shares = Shares.of(List.of((double) a, (double) b, (double) c));
    int whole = a + b + c;
    double sum = shares.stream().mapToDouble(it -> it).sum();
    assertThat(sum).isCloseTo(whole == 0 ? 0 : 100, within(1e-9));
    if (whole > 0) {
      assertThat(shares.get(0)).isCloseTo(100.0 * a / whole, within(0.1));
      assertThat(shares.get(1)).isCloseTo(100.0 * b / whole, within(0.1));
      assertThat(shares.get(2)).isCloseTo(100.0 * c / whole, within(0.1));
    }
  }
}
