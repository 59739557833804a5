package tandem.sync.linear;

import com.apollographql.apollo.api.Adapter;
import com.apollographql.apollo.api.CustomScalarAdapters;
import com.apollographql.apollo.api.json.JsonReader;
import com.apollographql.apollo.api.json.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Reads and writes Linear's {@code DateTime}, ISO 8601 in UTC with milliseconds. Public only
 * because the generated operations name it.
 */
public enum InstantAdapter implements Adapter<Instant> {
  INSTANCE;

  @Override
  public Instant fromJson(JsonReader reader, CustomScalarAdapters scalars) throws IOException {
    try {
      return Instant.parse(String.valueOf(reader.nextString()));
    } catch (DateTimeParseException notATime) {
      throw new IOException("not a DateTime", notATime);
    }
  }

  @Override
  public void toJson(JsonWriter writer, CustomScalarAdapters scalars, Instant value)
      throws IOException {
    writer.value(value.toString());
  }
}
