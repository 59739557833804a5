package tandem.sandbox.linear.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import graphql.schema.DataFetchingEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.http.Json;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.graphql.Order.Placed;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Sorting.Place;

/**
 * Relay's paging: 50 rows if nothing is said, at most 250. A cursor is opaque; it names a place in
 * the order, so it stays good when its row changes or goes (assumed).
 */
record PageCut(
    @Nullable Integer first,
    @Nullable Integer last,
    @Nullable String after,
    @Nullable String before) {
  static final int DEFAULT = 50;
  static final int MOST = 250;

  static PageCut of(DataFetchingEnvironment environment) {
    return new PageCut(
        bounded("first", environment.getArgument("first")),
        bounded("last", environment.getArgument("last")),
        environment.getArgument("after"),
        environment.getArgument("before"));
  }

  private static @Nullable Integer bounded(String argument, @Nullable Integer count) {
    if (count != null && (count < 0 || count > MOST)) {
      throw LinearError.invalid(
          "Argument Validation Error: " + argument + " must be from 0 to 250");
    }
    return count;
  }

  Map<String, @Nullable Object> cut(List<Placed> sorted, Order order) {
    List<String> from = place(after, order);
    List<String> to = place(before, order);
    return cut(
        sorted.stream()
            .filter(row -> from.isEmpty() || order.compare(row.place(), from) > 0)
            .filter(row -> to.isEmpty() || order.compare(row.place(), to) < 0)
            .toList());
  }

  private Map<String, @Nullable Object> cut(List<Placed> between) {
    int size = between.size();
    Integer fromEnd = first == null ? last : null;
    int from = fromEnd != null ? Math.max(0, size - fromEnd) : 0;
    int to = fromEnd != null ? size : Math.min(size, first == null ? DEFAULT : first);
    return connection(between.subList(from, to), new Edges(from > 0 || after != null, to < size));
  }

  /** Whether the page begins at a place or at the beginning, so that {@link #taken} can take it. */
  boolean goesForwards() {
    return last == null && before == null;
  }

  /** Where the rows begin, of which {@link #taken} takes a page. */
  Optional<Place> begin(Order order) {
    List<String> place = place(after, order);
    return place.isEmpty()
        ? Optional.empty()
        : Optional.of(new Place(place.getFirst(), place.getLast()));
  }

  /**
   * The same page of the rows behind its beginning; no more of them are looked at than it needs.
   */
  Map<String, @Nullable Object> taken(Stream<Row> sorted, Order order) {
    int size = first == null ? DEFAULT : first;
    List<Placed> found = sorted.limit(size + 1L).map(order::placed).toList();
    boolean more = found.size() > size;
    return connection(more ? found.subList(0, size) : found, new Edges(after != null, more));
  }

  private record Edges(boolean previous, boolean next) {}

  private static Map<String, @Nullable Object> connection(List<Placed> page, Edges more) {
    Map<String, @Nullable Object> info = new LinkedHashMap<>();
    info.put("hasNextPage", more.next());
    info.put("hasPreviousPage", more.previous());
    info.put("startCursor", page.isEmpty() ? null : cursor(page.getFirst()));
    info.put("endCursor", page.isEmpty() ? null : cursor(page.getLast()));
    Map<String, @Nullable Object> connection = new LinkedHashMap<>();
    connection.put("nodes", page.stream().map(Placed::row).toList());
    connection.put("edges", page.stream().map(PageCut::edge).toList());
    connection.put("pageInfo", info);
    return connection;
  }

  private static Map<String, Object> edge(Placed placed) {
    return Map.of("node", placed.row(), "cursor", cursor(placed));
  }

  /** Empty where there is no cursor. */
  private static List<String> place(@Nullable String cursor, Order order) {
    List<String> place = cursor == null ? List.of() : place(cursor);
    if (cursor != null && place.size() != order.keys().size() + 1) {
      throw LinearError.invalid("Invalid cursor");
    }
    return place;
  }

  private static String cursor(Placed placed) {
    try {
      return Base64.getUrlEncoder().encodeToString(Json.MAPPER.writeValueAsBytes(placed.place()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> place(String cursor) {
    try {
      byte[] json = Base64.getUrlDecoder().decode(cursor);
      return List.of(Json.MAPPER.readValue(json, String[].class));
    } catch (IOException | IllegalArgumentException e) {
      throw LinearError.invalid("Invalid cursor");
    }
  }
}
