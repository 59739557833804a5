package tandem.sandbox.linear.state;

import java.util.Optional;

/** What one transaction did to one row. At least one of the two sides is there. */
public record Change(Optional<Row> before, Optional<Row> after) {
  /** The row as it is now, or as it was when it was taken away. */
  public Row row() {
    return after.or(() -> before).orElseThrow();
  }

  public boolean created() {
    return before.isEmpty();
  }

  /** Taken away, or put into the trash, which Linear reports the same way (assumed). */
  public boolean removed() {
    return after.isEmpty() || (row().flag("trashed") && !before.orElseThrow().flag("trashed"));
  }
}
