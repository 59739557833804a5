package tandem.sandbox.linear.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Sorting;

/**
 * A total order of rows: by some columns, then by id. Without {@code sort} the newest come first,
 * by {@code createdAt} or {@code updatedAt}. That a sort takes part in the cursor is assumed.
 */
record Order(List<Key> keys) {
  private static final Set<String> SORTABLE =
      Set.of("createdAt", "updatedAt", "title", "priority", "name");

  /** One column of the order. */
  record Key(String column, boolean ascending) {}

  static Order of(DataFetchingEnvironment environment) {
    List<Map<String, Map<String, Object>>> sort = environment.getArgument("sort");
    if (sort != null && !sort.isEmpty()) {
      List<Key> keys = new ArrayList<>();
      sort.forEach(each -> each.forEach((column, how) -> keys.add(key(column, how))));
      return new Order(keys);
    }
    String column = environment.getArgument("orderBy");
    return new Order(List.of(new Key(column == null ? "createdAt" : column, false)));
  }

  private static Key key(String column, Map<String, Object> how) {
    if (!SORTABLE.contains(column)) {
      throw LinearError.notBuilt("sorting by " + column);
    }
    return new Key(column, "Ascending".equals(how.get("order")));
  }

  /** A row and what it is sorted by: the texts of the keys, then its id. */
  record Placed(List<String> place, Row row) {}

  /** The same order as the rows themselves are kept in, where it is by one column. */
  Optional<Sorting> kept() {
    Key key = keys.getFirst();
    return keys.size() == 1
        ? Optional.of(new Sorting(key.column(), key.ascending()))
        : Optional.empty();
  }

  /** The rows in this order. */
  List<Placed> sorted(List<Row> rows) {
    return rows.stream()
        .map(this::placed)
        .sorted((left, right) -> compare(left.place(), right.place()))
        .toList();
  }

  Placed placed(Row row) {
    return new Placed(place(row), row);
  }

  private List<String> place(Row row) {
    List<String> place = new ArrayList<>();
    keys.forEach(key -> place.add(Objects.toString(row.value(key.column()), "")));
    place.add(row.id());
    return place;
  }

  /** Orders two places of this order. */
  int compare(List<String> left, List<String> right) {
    for (int i = 0; i < keys.size(); i++) {
      int order = left.get(i).compareTo(right.get(i));
      if (order != 0) {
        return keys.get(i).ascending() ? order : -order;
      }
    }
    return left.getLast().compareTo(right.getLast());
  }
}
