package tandem.sandbox.linear.graphql;

import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Rows;

/**
 * Linear's filters, read by the schema: what ends in {@code Comparator} compares a column, what
 * ends in {@code CollectionFilter} asks the members of a collection, any other filter asks the row
 * that a reference leads to. A filter on something that the sandbox does not keep is an error,
 * never a filter that lets everything through.
 */
final class Filter {
  private final Invocation in;

  Filter(Invocation in) {
    this.in = in;
  }

  /** Whether the row passes a filter of this input type. */
  boolean passes(Row row, GraphQLInputObjectType type, Map<String, Object> filter) {
    return filter.entrySet().stream()
        .allMatch(part -> part.getValue() == null || holds(row, type, part));
  }

  private boolean holds(Row row, GraphQLInputObjectType type, Map.Entry<String, Object> part) {
    String field = part.getKey();
    Object wanted = part.getValue();
    if (field.equals("and") || field.equals("or")) {
      List<?> parts = (List<?>) wanted;
      return field.equals("and")
          ? parts.stream().allMatch(each -> passes(row, type, map(each)))
          : parts.stream().anyMatch(each -> passes(row, type, map(each)));
    }
    if (field.equals("null")) {
      return wanted.equals(false);
    }
    GraphQLNamedType inner = GraphQLTypeUtil.unwrapAllAs(type.getFieldDefinition(field).getType());
    if (inner.getName().endsWith("Comparator")) {
      return new Comparison(inner.getName(), map(wanted), in.premises().outside().clock().instant())
          .holds(column(row, field, type));
    }
    GraphQLInputObjectType filter = (GraphQLInputObjectType) inner;
    return filter.getName().endsWith("CollectionFilter")
        ? collection(members(row, field, type), filter, map(wanted))
        : reference(row, field, filter, map(wanted));
  }

  private @Nullable Object column(Row row, String field, GraphQLInputObjectType type) {
    if (field.equals("isMe")) {
      return row.id().equals(in.caller().author().userId());
    }
    if (row.kind() == Kind.LABEL && field.equals("isGroup")) {
      return row.flag(field);
    }
    if (!row.kind().has(field)) {
      throw LinearError.notBuilt(type.getName() + "." + field);
    }
    return row.value(field);
  }

  private boolean reference(
      Row row, String field, GraphQLInputObjectType type, Map<String, Object> filter) {
    Kind kind =
        Relations.reference(row, field)
            .orElseThrow(() -> LinearError.notBuilt("a filter of " + row.kind() + " by " + field));
    Optional<Row> there = in.rows().follow(row, field + "Id", kind);
    if (Boolean.TRUE.equals(filter.get("null"))) {
      return there.isEmpty();
    }
    return there.map(other -> passes(other, type, filter)).orElse(false);
  }

  private List<Row> members(Row row, String field, GraphQLInputObjectType type) {
    Rows rows = in.rows();
    if (row.kind() == Kind.ISSUE && field.equals("labels")) {
      return row.texts("labelIds").stream()
          .flatMap(id -> rows.find(Kind.LABEL, id).stream())
          .toList();
    }
    return Relations.collection(row, field)
        .map(found -> rows.referring(found.member(), found.column(), row.id()))
        .orElseThrow(() -> LinearError.notBuilt(type.getName() + "." + field));
  }

  /** {@code some}, {@code every} and {@code length}; a direct condition means {@code some}. */
  private boolean collection(
      List<Row> members, GraphQLInputObjectType type, Map<String, Object> filter) {
    Map<String, Object> direct = new LinkedHashMap<>(filter);
    Object some = direct.remove("some");
    Object every = direct.remove("every");
    Object length = direct.remove("length");
    GraphQLNamedType member =
        GraphQLTypeUtil.unwrapAllAs(type.getFieldDefinition("some").getType());
    GraphQLInputObjectType element = (GraphQLInputObjectType) member;
    return (some == null || members.stream().anyMatch(row -> passes(row, element, map(some))))
        && (every == null || members.stream().allMatch(row -> passes(row, element, map(every))))
        && (length == null
            || new Comparison("NumberComparator", map(length), Instant.EPOCH).holds(members.size()))
        && (direct.isEmpty() || members.stream().anyMatch(row -> passes(row, type, direct)));
  }

  @SuppressWarnings("unchecked") // input objects are maps by field name in graphql-java
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
