package tandem.sandbox.jira.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as Jira writes them: {@code 2026-11-20T07:55:12.345+0000}. */
public final class Times {
  private static final DateTimeFormatter JIRA =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  public static String text(Instant at) {
    return JIRA.format(at);
  }
}
