package tandem.sandbox.linear.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.state.Row;

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
    List<Row> rows = new ArrayList<>(candidates);
    if (!Boolean.TRUE.equals(environment.getArgument("includeArchived"))) {
      rows.removeIf(Row::archived);
    }
    Map<String, Object> filter = environment.getArgument("filter");
    if (filter != null) {
      GraphQLInputObjectType type = filterType();
      Filter sieve = new Filter(in);
      rows.removeIf(row -> !sieve.passes(row, type, filter));
    }
    return PageCut.of(environment).cut(order.sorted(rows), order);
  }

  private GraphQLInputObjectType filterType() {
    GraphQLArgument argument = environment.getFieldDefinition().getArgument("filter");
    GraphQLNamedType type = GraphQLTypeUtil.unwrapAllAs(argument.getType());
    return (GraphQLInputObjectType) type;
  }
}
