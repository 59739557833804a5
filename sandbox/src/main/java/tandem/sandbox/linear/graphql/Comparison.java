package tandem.sandbox.linear.graphql;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.error.LinearError;

/**
 * One comparator of a filter, as {@code {gte: "…", neq: "…"}}: every operator that it names must
 * hold. A value that is not set equals nothing but null (assumed).
 *
 * @param type the name of the comparator's input type
 * @param now what relative dates count from
 */
record Comparison(String type, Map<String, Object> operators, Instant now) {

  boolean holds(@Nullable Object value) {
    return operators.entrySet().stream()
        .allMatch(operator -> holds(operator.getKey(), operator.getValue(), value));
  }

  private boolean holds(String operator, @Nullable Object wanted, @Nullable Object value) {
    if (wanted == null) {
      return true;
    }
    return switch (operator) {
      case "null" -> wanted.equals(value == null);
      case "eq" -> value != null && order(value, wanted) == 0;
      case "neq" -> value == null || order(value, wanted) != 0;
      case "in" -> value != null && list(wanted).stream().anyMatch(o -> order(value, o) == 0);
      case "nin" -> value == null || list(wanted).stream().noneMatch(o -> order(value, o) == 0);
      case "gt" -> value != null && order(value, wanted) > 0;
      case "gte" -> value != null && order(value, wanted) >= 0;
      case "lt" -> value != null && order(value, wanted) < 0;
      case "lte" -> value != null && order(value, wanted) <= 0;
      default -> text(operator, wanted.toString(), Objects.toString(value, ""));
    };
  }

  private boolean text(String operator, String wanted, String value) {
    return switch (operator) {
      case "contains" -> value.contains(wanted);
      case "containsIgnoreCase" -> lower(value).contains(lower(wanted));
      case "startsWith" -> value.startsWith(wanted);
      case "startsWithIgnoreCase" -> lower(value).startsWith(lower(wanted));
      case "endsWith" -> value.endsWith(wanted);
      case "eqIgnoreCase" -> value.equalsIgnoreCase(wanted);
      case "neqIgnoreCase" -> !value.equalsIgnoreCase(wanted);
      case "notContains" -> !value.contains(wanted);
      case "notContainsIgnoreCase" -> !lower(value).contains(lower(wanted));
      case "notStartsWith" -> !value.startsWith(wanted);
      case "notEndsWith" -> !value.endsWith(wanted);
      default -> throw LinearError.notBuilt(type + "." + operator);
    };
  }

  private int order(Object value, Object wanted) {
    if (type.contains("Date")) {
      return Instant.parse(value.toString()).compareTo(Dates.parse(wanted.toString(), now));
    }
    if (value instanceof Number left && wanted instanceof Number right) {
      return Double.compare(left.doubleValue(), right.doubleValue());
    }
    return value.toString().compareTo(wanted.toString());
  }

  private static List<?> list(Object wanted) {
    return wanted instanceof List<?> list ? list : List.of(wanted);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
