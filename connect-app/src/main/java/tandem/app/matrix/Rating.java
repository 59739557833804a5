package tandem.app.matrix;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tandem.app.lifecycle.Refusal;

/** How much an issue matters and how much it takes, each 1 to 5, or null for not rated. */
record Rating(@Nullable Integer impact, @Nullable Integer effort) {

  /** This one, or the answer that names what is wrong. */
  Rating checked() {
    if (!isInRange(impact) || !isInRange(effort)) {
      throw Refusal.of(
          HttpStatus.BAD_REQUEST,
          "No such rating",
          "impact and effort are whole numbers from 1 to 5, or null.");
    }
    return this;
  }

  OptionalInt impactNumber() {
    return impact == null ? OptionalInt.empty() : OptionalInt.of(impact);
  }

  OptionalInt effortNumber() {
    return effort == null ? OptionalInt.empty() : OptionalInt.of(effort);
  }

  private static boolean isInRange(@Nullable Integer value) {
    return value == null || (value >= 1 && value <= 5);
  }
}
