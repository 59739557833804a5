package tandem.sandbox.linear.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.error.LinearError;

/** The schema's own scalars: passed through as JSON has them, after a look at their form. */
final class Scalars {
  private Scalars() {}

  static GraphQLScalarType named(String name) {
    return GraphQLScalarType.newScalar().name(name).coercing(new Passed(check(name))).build();
  }

  private static Consumer<Object> check(String name) {
    return switch (name) {
      case "DateTime", "DateTimeOrDuration" ->
          value -> Dates.parse(value.toString(), Instant.EPOCH);
      case "TimelessDate" -> value -> matching(value, "\\d{4}-\\d{2}-\\d{2}");
      case "UUID" -> value -> UUID.fromString(value.toString());
      default -> value -> {};
    };
  }

  private static void matching(Object value, String pattern) {
    if (!value.toString().matches(pattern)) {
      throw new IllegalArgumentException(value + " does not match " + pattern);
    }
  }

  private record Passed(Consumer<Object> check) implements Coercing<Object, Object> {
    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
      return value;
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
      try {
        check.accept(input);
        return input;
      } catch (IllegalArgumentException | LinearError e) {
        throw new CoercingParseValueException(String.valueOf(e.getMessage()));
      }
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
      return literal(input);
    }

    @Override
    public @Nullable Object parseLiteral(
        Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
      Object value = plain(literal, variables);
      try {
        if (value != null) {
          check.accept(value);
        }
        return value;
      } catch (IllegalArgumentException | LinearError e) {
        throw new CoercingParseLiteralException(String.valueOf(e.getMessage()));
      }
    }
  }

  private static Value<?> literal(@Nullable Object value) {
    return switch (value) {
      case null -> NullValue.of();
      case Boolean flag -> BooleanValue.of(flag);
      case Integer number -> IntValue.of(number);
      case Number number -> FloatValue.newFloatValue(new BigDecimal(number.toString())).build();
      case List<?> list -> {
        ArrayValue.Builder array = ArrayValue.newArrayValue();
        list.forEach(each -> array.value(literal(each)));
        yield array.build();
      }
      case Map<?, ?> map -> {
        ObjectValue.Builder object = ObjectValue.newObjectValue();
        map.forEach(
            (name, each) -> object.objectField(new ObjectField(name.toString(), literal(each))));
        yield object.build();
      }
      default -> StringValue.of(value.toString());
    };
  }

  private static @Nullable Object plain(Value<?> literal, CoercedVariables variables) {
    return switch (literal) {
      case StringValue text -> text.getValue();
      case IntValue number -> number.getValue();
      case FloatValue number -> number.getValue();
      case BooleanValue flag -> flag.isValue();
      case EnumValue name -> name.getName();
      case NullValue nothing -> null;
      case VariableReference variable -> variables.get(variable.getName());
      case ArrayValue array -> {
        List<@Nullable Object> list = new ArrayList<>();
        array.getValues().forEach(each -> list.add(plain(each, variables)));
        yield list;
      }
      case ObjectValue object -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (ObjectField field : object.getObjectFields()) {
          map.put(field.getName(), plain(field.getValue(), variables));
        }
        yield map;
      }
      default -> throw new CoercingParseLiteralException("unknown literal " + literal);
    };
  }
}
