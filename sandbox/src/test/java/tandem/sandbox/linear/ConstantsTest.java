package tandem.sandbox.linear;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.language.FieldDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tandem.sandbox.http.Json;

/** What is the same on everything must at least be what the schema allows. */
class ConstantsTest {
  @Test
  void everyConstantIsAFieldOfTheSchemaAndNullOnlyWhereTheSchemaSaysSo() throws Exception {
    TypeDefinitionRegistry schema = new SchemaParser().parse(text("schema.graphqls"));
    JsonNode constants = Json.MAPPER.readTree(text("constants.json"));
    constants.fields().forEachRemaining(type -> check(schema, type.getKey(), type.getValue()));
  }

  private static void check(TypeDefinitionRegistry schema, String type, JsonNode constants) {
    var definition = schema.getTypeOrNull(type, ObjectTypeDefinition.class);
    Map<String, FieldDefinition> fields =
        definition.getFieldDefinitions().stream()
            .collect(Collectors.toMap(FieldDefinition::getName, Function.identity()));
    constants
        .fields()
        .forEachRemaining(constant -> {
          FieldDefinition field = fields.get(constant.getKey());
          assertThat(field).as(type + "." + constant.getKey()).isNotNull();
          if (field.getType() instanceof NonNullType) {
            assertThat(constant.getValue().isNull()).as(type + "." + constant.getKey()).isFalse();
          }
        });
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = ConstantsTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
