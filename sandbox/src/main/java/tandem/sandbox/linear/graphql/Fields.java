package tandem.sandbox.linear.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Row;

/**
 * Gives every field of the schema its value. In this order: a query or mutation that is built, a
 * computed field, a column, a reference, a collection, a constant of this workspace. What is none
 * of them is an error that names the field: nothing is invented, nothing is silently null.
 */
final class Fields implements DataFetcher<@Nullable Object> {
  /** A field of a row that is computed. */
  interface Computed {
    @Nullable Object of(Row row, Invocation in, DataFetchingEnvironment environment);
  }

  /** A field of the type Query. */
  interface Query {
    @Nullable Object answer(Invocation in, DataFetchingEnvironment environment);
  }

  /** A field of the type Mutation: changes the workspace and answers the payload. */
  interface Mutation {
    Map<String, @Nullable Object> apply(Invocation in, Map<String, Object> arguments);
  }

  private final Map<String, Computed> computed = new HashMap<>();
  private final Map<String, Query> queries = new HashMap<>();
  private final Map<String, Mutation> mutations = new HashMap<>();
  private final Constants constants = Constants.load();

  /** Names the field as {@code Issue.url}. */
  Fields compute(String field, Computed value) {
    computed.put(field, value);
    return this;
  }

  Fields query(String name, Query query) {
    queries.put(name, query);
    return this;
  }

  Fields mutation(String name, Mutation mutation) {
    mutations.put(name, mutation);
    return this;
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) {
    String field = environment.getField().getName();
    String name = ((GraphQLNamedType) environment.getParentType()).getName() + "." + field;
    Invocation in = Invocation.of(environment);
    Object source = environment.getSource();
    if (source instanceof Row row) {
      return ofRow(row, name, in, environment);
    }
    if (source instanceof Map<?, ?> payload) {
      return payload.containsKey(field) ? payload.get(field) : constants.value(name);
    }
    return name.startsWith("Query.")
        ? query(field).answer(in, environment)
        : mutate(field, in, environment);
  }

  private Query query(String field) {
    return Optional.ofNullable(queries.get(field))
        .orElseThrow(() -> LinearError.notBuilt("Query." + field));
  }

  private Object mutate(String field, Invocation in, DataFetchingEnvironment environment) {
    Mutation mutation = mutations.get(field);
    if (mutation == null) {
      throw LinearError.notBuilt("Mutation." + field);
    }
    Scopes.require(in.caller(), field);
    return mutation.apply(in, environment.getArguments());
  }

  private @Nullable Object ofRow(
      Row row, String name, Invocation in, DataFetchingEnvironment environment) {
    String field = environment.getField().getName();
    Computed own = computed.get(name);
    if (own != null) {
      return own.of(row, in, environment);
    }
    if (row.kind().has(field)) {
      return row.value(field);
    }
    var reference = Relations.reference(row, field);
    if (reference.isPresent()) {
      return in.rows().follow(row, field + "Id", reference.get()).orElse(null);
    }
    var collection = Relations.collection(row, field);
    if (collection.isPresent()) {
      var found = collection.get();
      return new Listing(in, environment)
          .of(in.rows().referring(found.member(), found.column(), row.id()));
    }
    return constants.value(name);
  }
}
