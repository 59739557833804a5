package tandem.app.admin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tandem.sync.engine.Forecast;
import tandem.sync.replica.Cursor;

/**
 * Where a page of the dry run begins: in the tracker's listing from this place on, after so many of
 * its pairs.
 */
record DryRunPlace(int skip, Cursor cursor) {
  private static final int LONGEST = 2_000;
  private static final Pattern TEXT = Pattern.compile("(?<skip>\\d{1,3})~(?<cursor>.*)");

  /** What {@link #text} gave; empty text is the beginning. */
  static DryRunPlace of(String text) {
    if (text.isEmpty()) {
      return new DryRunPlace(0, Cursor.START);
    }
    Matcher read = TEXT.matcher(text);
    if (text.length() > LONGEST || !read.matches()) {
      throw ChoiceRequest.wrong("after is what an earlier page named as next.");
    }
    return new DryRunPlace(Integer.parseInt(read.group("skip")), new Cursor(read.group("cursor")));
  }

  /** The place behind so many pairs more; empty at the end. */
  Optional<DryRunPlace> after(int pairs, Forecast forecast) {
    int behind = skip + pairs;
    return behind < forecast.pairs().size()
        ? Optional.of(new DryRunPlace(behind, cursor))
        : forecast.next().map(next -> new DryRunPlace(0, next));
  }

  String text() {
    return skip + "~" + cursor.value();
  }
}
