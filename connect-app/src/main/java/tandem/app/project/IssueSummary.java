package tandem.app.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the panels left on an issue in its property {@code tandem.summary}, as far as a project's
 * page needs it. Whoever may edit the issue may have written it: numbers out of range are absent.
 *
 * @param impact 1 to 5, and so is {@code effort}
 */
public record IssueSummary(
    Criteria criteria,
    OptionalInt impact,
    OptionalInt effort,
    Optional<CheckIn> checkIn,
    Optional<Slo> slo) {
  static final String PROPERTY = "tandem.summary";

  /** Of an issue on which nothing was written down. */
  static final IssueSummary EMPTY =
      new IssueSummary(
          Criteria.SAME,
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty());

  private static final int LEAST_LEFT = -1_000;
  private static final int MOST_CRITERIA = 500;
  private static final int LONGEST_ID = 128;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 300;

  /**
   * What became of the acceptance criteria after work began.
   *
   * @param agreed product, engineering and design have agreed since
   * @param on the day of the last change
   */
  public record Criteria(int changed, int removed, boolean agreed, Optional<LocalDate> on) {
    static final Criteria SAME = new Criteria(0, 0, false, Optional.empty());
  }

  /**
   * The engineer's answer to whether it can be done as asked.
   *
   * @param because as it was written, empty for no reason
   * @param by an account's id, empty where it is not known
   */
  public record CheckIn(Feasibility answer, String because, String by, Optional<LocalDate> on) {}

  /**
   * The objective at risk.
   *
   * @param name empty where it has none
   * @param left of its error budget, in per cent; below 0 where it is overspent
   */
  public record Slo(String name, double left) {}

  /** What an engineer may answer. */
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

  /** Both empty or 1 to 5, as a person has just rated it. */
  IssueSummary rated(OptionalInt newImpact, OptionalInt newEffort) {
    return new IssueSummary(criteria, newImpact, newEffort, checkIn, slo);
  }

  static IssueSummary read(JsonNode value) {
    if (value.path("v").asInt() != 1) {
      return EMPTY;
    }
    return new IssueSummary(
        criteria(value.path("criteria")),
        Bounded.whole(value.path("impact"), 1, 5),
        Bounded.whole(value.path("effort"), 1, 5),
        Feasibility.read(value.path("feasibility"))
            .map(answer -> checkIn(answer, value.path("checkIn"))),
        slo(value));
  }

  private static Criteria criteria(JsonNode value) {
    return new Criteria(
        Bounded.whole(value.path("changed"), 0, MOST_CRITERIA).orElse(0),
        Bounded.whole(value.path("removed"), 0, MOST_CRITERIA).orElse(0),
        value.path("agreed").asBoolean(false),
        Bounded.date(value.path("changedOn")));
  }

  private static CheckIn checkIn(Feasibility answer, JsonNode value) {
    return new CheckIn(
        answer,
        Bounded.text(value.path("because"), LONGEST_REASON).orElse(""),
        Bounded.text(value.path("by"), LONGEST_ID).orElse(""),
        Bounded.date(value.path("on")));
  }

  private static Optional<Slo> slo(JsonNode value) {
    OptionalDouble left = Bounded.number(value.path("sloLeft"), LEAST_LEFT, 100);
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Slo(
                Bounded.text(value.path("sloName"), LONGEST_NAME).orElse(""), left.getAsDouble()));
  }
}
