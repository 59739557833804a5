package tandem.sync.linear;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How issues are named: by UUID, or by identifier, which is the team's key and a number ({@code
 * CHK-7}). Linear's filter knows ids and numbers.
 */
record IssueNames(List<String> ids, List<Double> numbers) {
  private static final int LONGEST = 64;
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Z][A-Z0-9]{0,9}-([1-9]\\d{0,8})");
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  static IssueNames of(Collection<String> names) {
    List<String> ids = new ArrayList<>();
    List<Double> numbers = new ArrayList<>();
    for (String name : names) {
      Matcher identifier = IDENTIFIER.matcher(name);
      if (identifier.matches()) {
        numbers.add(Double.valueOf(identifier.group(1)));
      } else if (name.length() <= LONGEST && ID.matcher(name).matches()) {
        ids.add(name);
      }
    }
    return new IssueNames(List.copyOf(ids), List.copyOf(numbers));
  }

  boolean isEmpty() {
    return ids.isEmpty() && numbers.isEmpty();
  }
}
