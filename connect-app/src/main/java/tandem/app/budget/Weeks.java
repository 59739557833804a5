package tandem.app.budget;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** ISO 8601 weeks, Monday to Sunday in UTC. */
final class Weeks {
  private Weeks() {}

  /**
   * The newest weeks up to the present one, at most {@link Calendar#MOST}, none before a moment.
   */
  static Calendar upTo(Instant now, Instant since) {
    LocalDate present = monday(now);
    List<Period> weeks =
        IntStream.rangeClosed(1 - Calendar.MOST, 0)
            .mapToObj(present::plusWeeks)
            .filter(monday -> !monday.isBefore(monday(since)) || monday.equals(present))
            .map(monday -> week(monday, monday.equals(present)))
            .toList();
    return new Calendar(weeks);
  }

  private static LocalDate monday(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static Period week(LocalDate monday, boolean current) {
    String name =
        String.format(
            Locale.ROOT,
            "%d-W%02d",
            monday.get(IsoFields.WEEK_BASED_YEAR),
            monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    return new Period(
        name,
        monday.atStartOfDay(ZoneOffset.UTC).toInstant(),
        monday.plusWeeks(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        current,
        OptionalLong.empty());
  }
}
