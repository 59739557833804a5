package tandem.sync.replica;

import java.util.List;
import java.util.Optional;

/** One page of a listing; {@code next} is empty on the last one. */
public record Page<T>(List<T> items, Optional<Cursor> next) {
  public Page {
    items = List.copyOf(items);
  }
}
