package tandem.sandbox.linear.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Row;

/**
 * The fields of one input object. Absent and null stay apart: absent leaves a field as it is, null
 * clears it.
 */
record Input(String type, Map<String, @Nullable Object> fields) {

  /** The {@code input} argument, refused if it has a field that the sandbox does not know. */
  static Input of(String type, Map<String, Object> arguments, Set<String> known) {
    Object value = Objects.requireNonNull(arguments.get("input"));
    return of(type, value).only(known);
  }

  @SuppressWarnings("unchecked") // input objects are maps by field name in graphql-java
  static Input of(String type, Object value) {
    return new Input(type, (Map<String, @Nullable Object>) value);
  }

  Input only(Set<String> known) {
    for (String field : fields.keySet()) {
      if (!known.contains(field)) {
        throw LinearError.notBuilt(type + "." + field);
      }
    }
    return this;
  }

  boolean has(String field) {
    return fields.containsKey(field);
  }

  @Nullable Object value(String field) {
    return fields.get(field);
  }

  Optional<String> text(String field) {
    return Optional.ofNullable(fields.get(field)).map(Object::toString);
  }

  /** A text that must say something. */
  String filled(String field) {
    return text(field)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> LinearError.invalid(field + " should not be empty"));
  }

  List<String> texts(String field) {
    List<String> found = new ArrayList<>();
    if (fields.get(field) instanceof List<?> list) {
      list.forEach(each -> found.add(Objects.toString(each)));
    }
    return found;
  }

  /** Writes the named fields that are there into columns of the same name. */
  Row copy(Row row, String... columns) {
    Row next = row;
    for (String column : columns) {
      if (has(column)) {
        next = next.with(column, value(column));
      }
    }
    return next;
  }
}
