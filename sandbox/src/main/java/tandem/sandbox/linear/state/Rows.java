package tandem.sandbox.linear.state;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tandem.sandbox.linear.state.Sorting.Place;

/** Reads rows. What is read is one state: nothing changes between two reads of one call. */
public interface Rows {
  Optional<Row> find(Kind kind, String id);

  /** All rows of a kind, archived ones too, in the order of their creation. */
  List<Row> all(Kind kind);

  /** The rows whose {@code column} holds this id (for example the comments of an issue). */
  List<Row> referring(Kind kind, String column, String id);

  /**
   * The rows of a kind in an order, from behind a place on, or all of them. Each is looked up when
   * it is taken, while this state may still be read.
   */
  default Stream<Row> sorted(Kind kind, Sorting sorting, Optional<Place> behind) {
    return new SortedRows(sorting, all(kind)).behind(behind);
  }

  /** The row that another row's column points to, if the column is set and the row is there. */
  default Optional<Row> follow(Row from, String column, Kind kind) {
    return from.text(column).flatMap(id -> find(kind, id));
  }

  /** The one organisation of this workspace. */
  default Row organization() {
    return all(Kind.ORGANIZATION).getFirst();
  }
}
