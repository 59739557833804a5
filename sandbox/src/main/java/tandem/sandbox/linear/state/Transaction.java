package tandem.sandbox.linear.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes that become visible together or not at all. Reads see the transaction's own writes. Valid
 * only inside {@link Workspace#change}.
 */
public final class Transaction implements Rows {
  private record Key(Kind kind, String id) {}

  private final Rows committed;
  private final Instant now;
  private final Map<Key, Optional<Row>> written = new LinkedHashMap<>();

  Transaction(Rows committed, Instant now) {
    this.committed = committed;
    this.now = now;
  }

  /** The moment of this transaction: one for all of its changes. */
  public Instant now() {
    return now;
  }

  /** Writes the row and stamps {@code updatedAt}; a row that stays equal is left alone. */
  public Row put(Row row) {
    Optional<Row> before = find(row.kind(), row.id());
    if (before.isPresent() && before.get().equals(row)) {
      return row;
    }
    Row stamped = row.with("updatedAt", Moments.text(now));
    written.put(new Key(row.kind(), row.id()), Optional.of(stamped));
    return stamped;
  }

  /** Writes a row without touching {@code updatedAt}: a counter that nobody edits. */
  public void count(Row row) {
    written.put(new Key(row.kind(), row.id()), Optional.of(row));
  }

  public void remove(Row row) {
    written.put(new Key(row.kind(), row.id()), Optional.empty());
  }

  @Override
  public Optional<Row> find(Kind kind, String id) {
    Optional<Row> own = written.get(new Key(kind, id));
    return own != null ? own : committed.find(kind, id);
  }

  @Override
  public List<Row> all(Kind kind) {
    return merged(kind, committed.all(kind));
  }

  @Override
  public List<Row> referring(Kind kind, String column, String id) {
    List<Row> found = new ArrayList<>(merged(kind, committed.referring(kind, column, id)));
    found.removeIf(row -> !row.text(column).equals(Optional.of(id)));
    return found;
  }

  private List<Row> merged(Kind kind, List<Row> before) {
    if (written.isEmpty()) {
      return before;
    }
    Map<String, Row> found = new LinkedHashMap<>();
    before.forEach(row -> found.put(row.id(), row));
    written.forEach((key, row) -> {
      if (key.kind() == kind) {
        row.ifPresentOrElse(there -> found.put(key.id(), there), () -> found.remove(key.id()));
      }
    });
    return List.copyOf(found.values());
  }

  /** What has changed so far, a row once. */
  public List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    written.forEach((key, after) -> {
      Optional<Row> before = committed.find(key.kind(), key.id());
      if (!before.equals(after)) {
        changes.add(new Change(before, after));
      }
    });
    return changes;
  }
}
