package tandem.app.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The log as CSV by RFC 4180, in UTF-8 with a byte order mark, since a spreadsheet guesses
 * otherwise. Where something is left out its last row says so. A cell that a spreadsheet would take
 * for a formula begins with an apostrophe.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class CsvLog {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern FORMULA =
      Pattern.compile("[\\s\\p{Z}]*[=+\\-@|%\uFF1D\uFF0B\uFF0D\uFF20]|[\\t\\r\\n]");
  private static final List<String> HEAD =
      List.of(
          "Issue",
          "Summary",
          "Decision",
          "Title",
          "Status",
          "Space",
          "Decided by",
          "Decided on",
          "Review on",
          "Overdue",
          "Dissent",
          "Supersedes",
          "Superseded by");

  private CsvLog() {}

  static String of(DecisionLogAnswer log) {
    return BYTE_ORDER_MARK
        + Stream.of(Stream.of(HEAD), log.decisions().stream().map(CsvLog::row), missing(log.why()))
            .flatMap(Function.identity())
            .map(row -> row.stream().map(CsvLog::cell).collect(Collectors.joining(",")) + "\r\n")
            .collect(Collectors.joining());
  }

  /** Whoever opens the file alone has to learn that it is not all. As wide as every other row. */
  private static Stream<List<String>> missing(@Nullable String why) {
    if (why == null) {
      return Stream.empty();
    }
    List<String> row = new ArrayList<>(List.of("Not complete", why));
    row.addAll(Collections.nCopies(HEAD.size() - row.size(), ""));
    return Stream.of(row);
  }

  private static List<String> row(LoggedDecision it) {
    return List.of(
        it.issue().key(),
        it.issue().summary(),
        it.id(),
        it.title(),
        text(it.status()),
        text(it.space()),
        String.join(", ", it.decidedBy()),
        text(it.decidedOn()),
        text(it.reviewOn()),
        it.overdue() ? "yes" : "no",
        Integer.toString(it.dissent()),
        it.supersedes(),
        text(it.supersededBy()));
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  /** Always quoted, so that no separator of any locale breaks a row. */
  static String cell(String text) {
    String safe = isFormula(text) ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  /** Spreadsheets skip blanks before the sign, and read its full-width form alike. */
  private static boolean isFormula(String text) {
    return FORMULA.matcher(text).lookingAt();
  }
}
