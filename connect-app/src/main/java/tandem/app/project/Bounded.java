package tandem.app.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Reads values that anybody may have written: what is not of the expected kind or size is as good
 * as absent.
 */
final class Bounded {
  /** {@code 2026-11-20T07:55:12.345+0000} in issues, {@code …+10:00} or {@code …Z} in sprints. */
  private static final DateTimeFormatter JIRA =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT);

  private Bounded() {}

  /** A text; what is longer is cut, never in the middle of a character. */
  static Optional<String> text(JsonNode value, int longest) {
    return value.isTextual() && !value.asText().isEmpty()
        ? Optional.of(cut(value.asText(), longest))
        : Optional.empty();
  }

  static OptionalInt whole(JsonNode value, int from, int to) {
    boolean fits = value.isIntegralNumber() && value.canConvertToInt();
    return fits && value.intValue() >= from && value.intValue() <= to
        ? OptionalInt.of(value.intValue())
        : OptionalInt.empty();
  }

  static OptionalDouble number(JsonNode value, double from, double to) {
    return value.isNumber() && value.doubleValue() >= from && value.doubleValue() <= to
        ? OptionalDouble.of(value.doubleValue())
        : OptionalDouble.empty();
  }

  /** A time as Jira writes it. */
  static Optional<Instant> time(JsonNode value) {
    try {
      return value.isTextual()
          ? Optional.of(OffsetDateTime.parse(value.asText(), JIRA).toInstant())
          : Optional.empty();
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /** A date, {@code 2026-12-31}. */
  static Optional<LocalDate> date(JsonNode value) {
    try {
      return value.isTextual() ? Optional.of(LocalDate.parse(value.asText())) : Optional.empty();
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
