package tandem.sandbox.linear.state;

import java.util.Comparator;
import java.util.Objects;

/** An order of rows: by the text of one column, those that are equal by ascending id. */
public record Sorting(String column, boolean ascending) {
  /** Where a row stands in an order, also one that was changed or removed since. */
  public record Place(String value, String id) {}

  Place place(Row row) {
    return new Place(Objects.toString(row.value(column), ""), row.id());
  }

  Comparator<Place> comparator() {
    Comparator<Place> byValue = Comparator.comparing(Place::value);
    return (ascending ? byValue : byValue.reversed()).thenComparing(Place::id);
  }
}
