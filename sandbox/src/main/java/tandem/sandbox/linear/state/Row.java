package tandem.sandbox.linear.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing in the workspace as it was at one moment. Values are what JSON knows: text, numbers,
 * booleans, lists and maps; moments are ISO 8601 texts with milliseconds, as Linear writes them. A
 * column that is not set is absent, never null.
 */
public record Row(Kind kind, String id, Map<String, Object> columns) {
  public Row {
    columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    for (String column : columns.keySet()) {
      if (!kind.has(column)) {
        throw new IllegalArgumentException(kind + " has no column " + column);
      }
    }
  }

  /** A row that holds nothing but its id and the moment of its creation. */
  public static Row created(Kind kind, String id, Instant at) {
    String moment = Moments.text(at);
    return new Row(kind, id, Map.of("id", id, "createdAt", moment, "updatedAt", moment));
  }

  /** The value of a column as it stands, or null where it is not set. */
  public @Nullable Object value(String column) {
    return columns.get(column);
  }

  public Optional<String> text(String column) {
    return Optional.ofNullable(columns.get(column)).map(Object::toString);
  }

  /** A text that every row of this kind has. */
  public String required(String column) {
    return text(column).orElseThrow(() -> new IllegalStateException(kind + " without " + column));
  }

  /** The texts of a list column; empty where it is not set. */
  public List<String> texts(String column) {
    List<String> found = new ArrayList<>();
    if (columns.get(column) instanceof List<?> list) {
      list.forEach(each -> found.add(Objects.toString(each)));
    }
    return found;
  }

  public boolean flag(String column) {
    return Boolean.TRUE.equals(columns.get(column));
  }

  public Optional<Instant> moment(String column) {
    return text(column).map(Instant::parse);
  }

  /** The same row with one column changed; null takes the value away. */
  public Row with(String column, @Nullable Object value) {
    Map<String, Object> next = new TreeMap<>(columns);
    if (value == null) {
      next.remove(column);
    } else {
      next.put(column, value);
    }
    return new Row(kind, id, next);
  }

  /** Whether the row is archived or in the trash: listings leave it out unless asked. */
  public boolean archived() {
    return columns.containsKey("archivedAt");
  }
}
