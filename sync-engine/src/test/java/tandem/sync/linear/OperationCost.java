package tandem.sync.linear;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;

/**
 * What Linear charges for an operation, by its documented formula: a scalar or enum 0.1, an object
 * 1 and its fields, a connection its {@code first} (50 where it is not given) times one node.
 *
 * @see <a href="https://linear.app/developers/rate-limiting">Complexity</a>
 */
final class OperationCost {
  private static final double LEAF = 0.1;
  private static final int DEFAULT_FIRST = 50;

  private final GraphQLSchema schema;
  private final Document document;

  OperationCost(GraphQLSchema schema, Document document) {
    this.schema = schema;
    this.document = document;
  }

  double of(OperationDefinition operation) {
    GraphQLFieldsContainer root =
        switch (operation.getOperation()) {
          case QUERY -> schema.getQueryType();
          case MUTATION -> schema.getMutationType();
          case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    return selections(operation.getSelectionSet(), root);
  }

  private double selections(SelectionSet set, GraphQLFieldsContainer type) {
    return set.getSelections().stream().mapToDouble(selection -> cost(selection, type)).sum();
  }

  private double cost(Selection<?> selection, GraphQLFieldsContainer type) {
    return switch (selection) {
      case Field field -> field(field, type);
      case InlineFragment inline ->
          selections(inline.getSelectionSet(), container(inline.getTypeCondition().getName()));
      case FragmentSpread spread -> spread(spread);
      default -> throw new IllegalArgumentException("an unknown kind of selection");
    };
  }

  private double spread(FragmentSpread spread) {
    FragmentDefinition fragment =
        document.getDefinitionsOfType(FragmentDefinition.class).stream()
            .filter(candidate -> candidate.getName().equals(spread.getName()))
            .findFirst()
            .orElseThrow();
    return selections(fragment.getSelectionSet(), container(fragment.getTypeCondition().getName()));
  }

  private double field(Field field, GraphQLFieldsContainer owner) {
    if (field.getName().equals("__typename")) {
      return 0;
    }
    GraphQLFieldDefinition definition = owner.getFieldDefinition(field.getName());
    GraphQLUnmodifiedType type = GraphQLTypeUtil.unwrapAll(definition.getType());
    if (field.getSelectionSet() == null) {
      return LEAF;
    }
    return type.getName().endsWith("Connection")
        ? connection(field, container(type.getName()))
        : 1 + inside(field, type);
  }

  private double connection(Field field, GraphQLFieldsContainer type) {
    return field.getSelectionSet().getSelections().stream()
        .mapToDouble(selection ->
            cost(selection, type)
                * (selection instanceof Field inner && inner.getName().equals("nodes")
                    ? first(field)
                    : 1))
        .sum();
  }

  private double inside(Field field, GraphQLUnmodifiedType type) {
    return type instanceof GraphQLFieldsContainer container
        ? selections(field.getSelectionSet(), container)
        : unionSelections(field.getSelectionSet());
  }

  /** A union has no fields of its own: only its fragments cost. */
  private double unionSelections(SelectionSet set) {
    return selections(set, schema.getQueryType());
  }

  private GraphQLFieldsContainer container(String name) {
    return (GraphQLFieldsContainer) schema.getType(name);
  }

  private static int first(Field field) {
    return field.getArguments().stream()
        .filter(argument -> argument.getName().equals("first"))
        .map(Argument::getValue)
        .map(value -> ((IntValue) value).getValue().intValue())
        .findFirst()
        .orElse(DEFAULT_FIRST);
  }
}
