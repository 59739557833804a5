package tandem.app.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the panels left on an issue in its property {@code tandem.summary}, as far as a project's
 * page needs it. Whoever may edit the issue may have written it: numbers out of range are absent.
 *
 * @param criteriaChanged acceptance criteria that were changed after work began
 * @param impact 1 to 5, and so is {@code effort}
 * @param sloLeft what is left of the error budget of the objective at risk, in per cent; below 0
 *     where it is overspent
 */
public record IssueSummary(
    int criteriaChanged,
    OptionalInt impact,
    OptionalInt effort,
    Optional<Feasibility> feasibility,
    OptionalDouble sloLeft) {
  static final String PROPERTY = "tandem.summary";
  static final IssueSummary EMPTY =
      new IssueSummary(
          0, OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), OptionalDouble.empty());

  private static final int LEAST_LEFT = -1_000;
  private static final int MOST_CRITERIA = 500;

  /** The engineer's answer to whether it can be done as asked. */
  public enum Feasibility {
    FINE,
    UNSURE,
    NO;

    private static Optional<Feasibility> read(JsonNode value) {
      return Arrays.stream(values())
          .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(value.asText()))
          .findFirst();
    }
  }

  /** Both null or 1 to 5, as a person has just rated it. */
  IssueSummary rated(OptionalInt newImpact, OptionalInt newEffort) {
    return new IssueSummary(criteriaChanged, newImpact, newEffort, feasibility, sloLeft);
  }

  static IssueSummary read(JsonNode value) {
    if (value.path("v").asInt() != 1) {
      return EMPTY;
    }
    return new IssueSummary(
        Bounded.whole(value.at("/criteria/changed"), 0, MOST_CRITERIA).orElse(0),
        Bounded.whole(value.path("impact"), 1, 5),
        Bounded.whole(value.path("effort"), 1, 5),
        Feasibility.read(value.path("feasibility")),
        Bounded.number(value.path("sloLeft"), LEAST_LEFT, 100));
  }
}
