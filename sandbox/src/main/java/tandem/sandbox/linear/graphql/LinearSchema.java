package tandem.sandbox.linear.graphql;

import static java.nio.charset.StandardCharsets.UTF_8;

import graphql.TypeResolutionEnvironment;
import graphql.schema.DataFetcherFactories;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Row;

/**
 * Linear's whole schema, executable. It is built once for a process (about a second) and shared by
 * all workspaces: what differs between them comes in with each request.
 */
final class LinearSchema {
  private static final String RESOURCE = "/tandem/sandbox/linear/schema.graphqls";
  private static final Set<String> BUILT_IN = Set.of("ID", "Int", "Float", "String", "Boolean");

  private static final class Holder {
    static final GraphQLSchema SCHEMA = build();
  }

  private LinearSchema() {}

  static GraphQLSchema shared() {
    return Holder.SCHEMA;
  }

  /** The entities that webhooks can be about. */
  static String[] webhookResourceTypes() {
    GraphQLEnumType type = (GraphQLEnumType) shared().getType("WebhookResourceType");
    return Objects.requireNonNull(type).getValues().stream()
        .map(GraphQLEnumValueDefinition::getName)
        .toArray(String[]::new);
  }

  private static GraphQLSchema build() {
    try (InputStream sdl =
            Objects.requireNonNull(LinearSchema.class.getResourceAsStream(RESOURCE), RESOURCE);
        Reader reader = new InputStreamReader(sdl, UTF_8)) {
      TypeDefinitionRegistry types = new SchemaParser().parse(reader);
      return new SchemaGenerator().makeExecutableSchema(types, wiring(types));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuntimeWiring wiring(TypeDefinitionRegistry types) {
    Fields fields = new Fields();
    Queries.register(fields);
    ComputedFields.register(fields);
    IssueMutations.register(fields);
    LabelMutations.register(fields);
    ContentMutations.register(fields);
    AttachmentMutations.register(fields);
    WebhookMutations.register(fields);
    TeamMutations.register(fields);
    RuntimeWiring.Builder wiring =
        RuntimeWiring.newRuntimeWiring()
            .codeRegistry(
                GraphQLCodeRegistry.newCodeRegistry()
                    .defaultDataFetcher(DataFetcherFactories.useDataFetcher(fields))
                    .build());
    types.scalars().keySet().stream()
        .filter(name -> !BUILT_IN.contains(name))
        .forEach(name -> wiring.scalar(Scalars.named(name)));
    return wiring.wiringFactory(new Abstract()).build();
  }

  /** Interfaces and unions are resolved by the row, or by a payload's {@code __typename}. */
  private static final class Abstract implements WiringFactory {
    @Override
    public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
      return true;
    }

    @Override
    public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
      return LinearSchema::type;
    }

    @Override
    public boolean providesTypeResolver(UnionWiringEnvironment environment) {
      return true;
    }

    @Override
    public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
      return LinearSchema::type;
    }
  }

  private static GraphQLObjectType type(TypeResolutionEnvironment environment) {
    Object name =
        switch (environment.getObject()) {
          case null -> null;
          case Row row -> row.kind().typeName();
          case Map<?, ?> map -> map.get("__typename");
          default -> null;
        };
    if (name == null) {
      throw LinearError.notBuilt("the type of " + environment.getFieldType());
    }
    return Objects.requireNonNull(environment.getSchema().getObjectType(name.toString()));
  }
}
