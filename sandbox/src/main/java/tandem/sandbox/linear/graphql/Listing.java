package tandem.sandbox.linear.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Sorting;

/**
 * Answers a connection field from its candidates: leaves archived rows out unless {@code
 * includeArchived}, applies {@code filter}, sorts by {@code orderBy} (newest first) or {@code
 * sort}, and cuts the page.
 */
final class Listing {
  private final Invocation in;
  private final DataFetchingEnvironment environment;

  Listing(Invocation in, DataFetchingEnvironment environment) {
    this.in = in;
    this.environment = environment;
  }

  Map<String, @Nullable Object> of(Collection<Row> candidates) {
    Order order = Order.of(environment);
    List<Row> rows = candidates.stream().filter(wanted()).toList();
    return PageCut.of(environment).cut(order.sorted(rows), order);
  }

  /** As {@link #of(Collection)} of all rows of a kind, without sorting them for each page. */
  Map<String, @Nullable Object> of(Kind kind) {
    Order order = Order.of(environment);
    PageCut cut = PageCut.of(environment);
    Optional<Sorting> kept = order.kept().filter(sorting -> cut.goesForwards());
    if (kept.isEmpty()) {
      return of(in.rows().all(kind));
    }
    Stream<Row> rows = in.rows().sorted(kind, kept.get(), cut.begin(order));
    return cut.taken(rows.filter(wanted()), order);
  }

  private Predicate<Row> wanted() {
    boolean archivedToo = Boolean.TRUE.equals(environment.getArgument("includeArchived"));
    Map<String, Object> filter = environment.getArgument("filter");
    Predicate<Row> listed = row -> archivedToo || !row.archived();
    if (filter == null) {
      return listed;
    }
    GraphQLInputObjectType type = filterType();
    Filter sieve = new Filter(in);
    return listed.and(row -> sieve.passes(row, type, filter));
  }

  private GraphQLInputObjectType filterType() {
    GraphQLArgument argument = environment.getFieldDefinition().getArgument("filter");
    GraphQLNamedType type = GraphQLTypeUtil.unwrapAllAs(argument.getType());
    return (GraphQLInputObjectType) type;
  }
}
