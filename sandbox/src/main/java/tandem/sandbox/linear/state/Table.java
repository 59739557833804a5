package tandem.sandbox.linear.state;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tandem.sandbox.linear.state.Sorting.Place;

/**
 * The committed rows with an index over every column that ends in {@code Id}, and with each order
 * that somebody asked for once, so that the comments of an issue and a page of issues cost the same
 * in a workspace of ten issues and of a hundred thousand. For several readers or one writer: {@link
 * Workspace} holds the lock.
 */
final class Table implements Rows {
  private record Listed(Kind kind, Sorting sorting) {}

  private record Reference(Kind kind, String column, String id) {}

  private final Map<Kind, Map<String, Row>> rows = new EnumMap<>(Kind.class);
  private final Map<Reference, Set<String>> index = new HashMap<>();
  private final Map<Listed, SortedRows> sorted = new ConcurrentHashMap<>();

  Table() {
    for (Kind kind : Kind.values()) {
      rows.put(kind, new LinkedHashMap<>());
    }
  }

  @Override
  public Optional<Row> find(Kind kind, String id) {
    return Optional.ofNullable(of(kind).get(id));
  }

  @Override
  public List<Row> all(Kind kind) {
    return List.copyOf(of(kind).values());
  }

  @Override
  public List<Row> referring(Kind kind, String column, String id) {
    List<Row> found = new ArrayList<>();
    for (String each : index.getOrDefault(new Reference(kind, column, id), Set.of())) {
      find(kind, each).ifPresent(found::add);
    }
    return found;
  }

  @Override
  public Stream<Row> sorted(Kind kind, Sorting sorting, Optional<Place> behind) {
    return sorted
        .computeIfAbsent(new Listed(kind, sorting), unseen -> new SortedRows(sorting, all(kind)))
        .behind(behind);
  }

  void apply(Change change) {
    Kind kind = change.row().kind();
    sorted.forEach((listed, rows) -> {
      if (listed.kind() == kind) {
        rows.apply(change);
      }
    });
    change.before().ifPresent(this::unindex);
    Row row = change.row();
    if (change.after().isPresent()) {
      of(row.kind()).put(row.id(), row);
      references(row)
          .forEach(ref -> index.computeIfAbsent(ref, key -> new LinkedHashSet<>()).add(row.id()));
    } else {
      of(row.kind()).remove(row.id());
    }
  }

  private void unindex(Row row) {
    for (Reference reference : references(row)) {
      Set<String> ids = index.get(reference);
      if (ids != null && ids.remove(row.id()) && ids.isEmpty()) {
        index.remove(reference);
      }
    }
  }

  private static List<Reference> references(Row row) {
    List<Reference> found = new ArrayList<>();
    row.columns()
        .forEach((column, value) -> {
          if (column.endsWith("Id")) {
            found.add(new Reference(row.kind(), column, value.toString()));
          }
        });
    return found;
  }

  private Map<String, Row> of(Kind kind) {
    return Objects.requireNonNull(rows.get(kind));
  }
}
