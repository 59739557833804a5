package tandem.sandbox.linear.graphql;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.http.Json;
import tandem.sandbox.linear.error.LinearError;

/**
 * Fields that have the same value on everything in this workspace, because it has no projects,
 * cycles, service levels, customers or paid features. They stand in {@code constants.json}, by
 * field as {@code Issue.project}; a field that is not there is not built.
 */
record Constants(Map<String, @Nullable Object> values) {
  private static final String RESOURCE = "/tandem/sandbox/linear/constants.json";

  static Constants load() {
    try (InputStream json =
        Objects.requireNonNull(Constants.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      Map<String, Map<String, @Nullable Object>> byType =
          Json.MAPPER.readValue(json, new TypeReference<>() {});
      Map<String, @Nullable Object> values = new HashMap<>();
      byType.forEach((type, fields) ->
          fields.forEach((field, value) -> values.put(type + "." + field, value)));
      return new Constants(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Nullable Object value(String field) {
    if (!values.containsKey(field)) {
      throw LinearError.notBuilt(field);
    }
    return values.get(field);
  }
}
