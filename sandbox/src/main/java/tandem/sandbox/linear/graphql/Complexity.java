package tandem.sandbox.linear.graphql;

import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;

/**
 * Linear's published price of a query: a property costs 0.1 point, an object one point, a
 * connection its page size (50 if nothing is said) times one node; rounded up. A single query may
 * cost 10,000 points. See linear.app/developers/rate-limiting.
 *
 * <p>That page information costs like any object is assumed.
 */
final class Complexity {
  /** What one query may cost. */
  static final int MOST = 10_000;

  private static final double PROPERTY = 0.1;

  private final GraphQLSchema schema;

  Complexity(GraphQLSchema schema) {
    this.schema = schema;
  }

  /** Points of a whole operation. */
  int of(ExecutableNormalizedOperation operation) {
    double points = operation.getTopLevelFields().stream().mapToDouble(this::of).sum();
    return (int) Math.min(Integer.MAX_VALUE, Math.ceil(points - 1e-9));
  }

  private double of(ExecutableNormalizedField field) {
    if (field.getFieldName().startsWith("__")) {
      return 0;
    }
    GraphQLNamedType type = GraphQLTypeUtil.unwrapAllAs(field.getType(schema));
    if (!(type instanceof GraphQLObjectType
        || type instanceof GraphQLInterfaceType
        || type instanceof GraphQLUnionType)) {
      return PROPERTY;
    }
    return type.getName().endsWith("Connection") ? connection(field) : 1 + children(field);
  }

  private double connection(ExecutableNormalizedField field) {
    double node = 0;
    double once = 0;
    for (ExecutableNormalizedField child : field.getChildren()) {
      if (child.getFieldName().equals("nodes") || child.getFieldName().equals("edges")) {
        node += of(child);
      } else {
        once += of(child);
      }
    }
    return pageSize(field) * node + once;
  }

  private static double pageSize(ExecutableNormalizedField field) {
    Object first = field.getResolvedArguments().get("first");
    Object size = first == null ? field.getResolvedArguments().get("last") : first;
    return size instanceof Number number ? Math.max(1, number.doubleValue()) : PageCut.DEFAULT;
  }

  private double children(ExecutableNormalizedField field) {
    return field.getChildren().stream().mapToDouble(this::of).sum();
  }
}
