package tandem.sandbox.linear.graphql;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import tandem.sandbox.linear.error.LinearError;

/**
 * Reads a moment as the schema's {@code DateTime} and {@code DateTimeOrDuration} describe it: ISO
 * 8601, shortened to a year or a day if one likes, or a duration that is added to now ({@code
 * -P2W1D}).
 */
final class Dates {
  private Dates() {}

  static Instant parse(String text, Instant now) {
    try {
      if (text.endsWith("Z")) {
        return Instant.parse(text);
      }
      if (text.matches("-?P.*")) {
        return relative(text, now);
      }
      if (text.matches("\\d{4}")) {
        return LocalDate.of(Integer.parseInt(text), 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw LinearError.invalid("\"" + text + "\" is not a date or a duration");
    }
  }

  private static Instant relative(String text, Instant now) {
    int time = text.indexOf('T');
    String days = time < 0 ? text : text.substring(0, time);
    boolean negative = text.startsWith("-");
    Instant moment = now;
    if (!days.endsWith("P")) {
      moment = moment.atOffset(ZoneOffset.UTC).plus(Period.parse(days)).toInstant();
    }
    if (time >= 0) {
      moment = moment.plus(Duration.parse((negative ? "-PT" : "PT") + text.substring(time + 1)));
    }
    return moment;
  }
}
