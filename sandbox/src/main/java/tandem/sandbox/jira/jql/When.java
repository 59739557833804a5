package tandem.sandbox.jira.jql;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time in a query: {@code "2026-11-20 07:55"} (minutes are the finest), a date, milliseconds
 * since 1970, or relative to now such as {@code -90m}. The site's time zone is UTC.
 */
final class When {
  private static final Pattern RELATIVE = Pattern.compile("([+-]?)(\\d{1,9})([wdhm])");
  private static final Pattern MILLIS = Pattern.compile("\\d{9,15}");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private When() {}

  static Instant parse(String field, String text, Instant now) {
    var relative = RELATIVE.matcher(text);
    if (relative.matches()) {
      var distance = unit(relative.group(3)).multipliedBy(Long.parseLong(relative.group(2)));
      return relative.group(1).equals("-") ? now.minus(distance) : now.plus(distance);
    }
    if (MILLIS.matcher(text).matches()) {
      return Instant.ofEpochMilli(Long.parseLong(text));
    }
    var dashed = text.replace('/', '-');
    try {
      return dashed.length() > 10
          ? LocalDateTime.parse(dashed, MINUTE).toInstant(ZoneOffset.UTC)
          : LocalDate.parse(dashed).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new JqlError(
          "Date value '"
              + text
              + "' for field '"
              + field
              + "' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm',"
              + " 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.");
    }
  }

  /** The beginning of the day with which an ISO 8601 text begins; empty for any other text. */
  static Optional<Instant> day(String text) {
    try {
      return text.length() < 10
          ? Optional.empty()
          : Optional.of(
              LocalDate.parse(text.substring(0, 10)).atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "w" -> Duration.ofDays(7);
      case "d" -> Duration.ofDays(1);
      case "h" -> Duration.ofHours(1);
      default -> Duration.ofMinutes(1);
    };
  }
}
