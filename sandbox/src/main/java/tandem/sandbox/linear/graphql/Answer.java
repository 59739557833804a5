package tandem.sandbox.linear.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.error.LinearError;

/**
 * What one request is answered with.
 *
 * @param body {@code data} and {@code errors} as GraphQL has them
 * @param price in points; 0 where nothing was executed
 */
public record Answer(int status, Map<String, @Nullable Object> body, int price) {
  /** An answer that is nothing but one error; {@code data} is absent. */
  public static Answer refused(int status, LinearError error) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("errors", List.of(error.entry()));
    return new Answer(status, body, 0);
  }
}
