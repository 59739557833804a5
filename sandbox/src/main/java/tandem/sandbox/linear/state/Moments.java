package tandem.sandbox.linear.state;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How Linear writes a moment: UTC, always three digits of a second. */
public final class Moments {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Moments() {}

  public static String text(Instant moment) {
    return MILLISECONDS.format(moment);
  }
}
