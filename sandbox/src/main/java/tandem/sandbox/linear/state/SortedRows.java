package tandem.sandbox.linear.state;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tandem.sandbox.linear.state.Sorting.Place;

/** The rows of a kind, kept in an order. */
final class SortedRows {
  private final Sorting sorting;
  private final NavigableMap<Place, Row> rows;

  SortedRows(Sorting sorting, Collection<Row> rows) {
    this.sorting = sorting;
    this.rows = new TreeMap<>(sorting.comparator());
    rows.forEach(this::put);
  }

  void apply(Change change) {
    change.before().ifPresent(row -> rows.remove(sorting.place(row)));
    change.after().ifPresent(this::put);
  }

  private void put(Row row) {
    rows.put(sorting.place(row), row);
  }

  /** Those behind a place, or all; each is looked up when it is taken. */
  Stream<Row> behind(Optional<Place> place) {
    return place.map(from -> rows.tailMap(from, false)).orElse(rows).values().stream();
  }
}
