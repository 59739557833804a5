package tandem.app.budget;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;

/** What effort is measured in. */
public enum Measure {
  /** Every issue counts for one. */
  COUNT("issue"),
  /** An issue counts for its estimate; one without an estimate for nothing. */
  ESTIMATE("point");

  private final String unit;

  Measure(String unit) {
    this.unit = unit;
  }

  @JsonValue
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code 1 issue}, {@code 3.2 points}. */
  String words(double amount) {
    return plain(amount) + " " + unit + (amount == 1 ? "" : "s");
  }

  /** {@code 3}, {@code 3.2}. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
