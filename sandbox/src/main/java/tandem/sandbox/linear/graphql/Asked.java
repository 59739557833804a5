package tandem.sandbox.linear.graphql;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.http.Json;
import tandem.sandbox.linear.error.LinearError;

/** One GraphQL request: a document, perhaps with several operations, and its variables. */
public record Asked(
    String query, Optional<String> operationName, Map<String, @Nullable Object> variables) {

  /** Reads the JSON of a GraphQL request; batches are not taken (assumed). */
  public static Asked parse(JsonNode body) {
    JsonNode query = body.path("query");
    if (!query.isTextual() || query.textValue().isBlank()) {
      throw LinearError.graphql("GraphQL operations must contain a non-empty `query`.");
    }
    JsonNode variables = body.path("variables");
    Map<String, @Nullable Object> values =
        variables.isObject()
            ? Json.MAPPER.convertValue(variables, new TypeReference<>() {})
            : new LinkedHashMap<>();
    Optional<String> name = Optional.ofNullable(body.path("operationName").textValue());
    return new Asked(query.textValue(), name, values);
  }
}
