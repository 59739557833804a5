package tandem.sandbox.jira.view;

import java.util.ArrayList;
import java.util.List;
import tandem.sandbox.jira.field.Field;

/**
 * What a caller asked to see of an issue.
 *
 * @param fields ids, {@code *all}, {@code *navigable}, and exclusions such as {@code -comment}
 * @param expand for instance {@code names}, {@code schema}, {@code transitions}, {@code changelog}
 * @param properties entity property keys, or {@code *all}
 */
public record Wanted(List<String> fields, List<String> expand, List<String> properties) {
  /** Splits parameters that may hold several values separated by commas. */
  public static List<String> split(List<String> values) {
    var all = new ArrayList<String>();
    for (String value : values) {
      for (String part : value.split(",", -1)) {
        if (!part.isBlank()) {
          all.add(part.strip());
        }
      }
    }
    return all;
  }

  /** Whether nothing but the id is wanted, the default of {@code /search/jql}. */
  boolean idOnly() {
    return fields.equals(List.of("id"));
  }

  boolean wants(Field field) {
    if (fields.contains("-" + field.id())) {
      return false;
    }
    boolean onlyExclusions = fields.stream().allMatch(f -> f.startsWith("-"));
    return onlyExclusions
        || fields.contains("*all")
        || fields.contains(field.id())
        || (fields.contains("*navigable") && field.navigable());
  }
}
