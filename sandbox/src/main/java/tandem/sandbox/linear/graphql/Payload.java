package tandem.sandbox.linear.graphql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.state.Row;

/** The answers of mutations: what came of it, and how far the workspace's log has got. */
final class Payload {
  private Payload() {}

  /** A payload that shows a row, or several, under a field. */
  static Map<String, @Nullable Object> showing(Invocation in, String field, Object rows) {
    Map<String, @Nullable Object> payload = plain(in);
    payload.put(field, rows);
    return payload;
  }

  /** The answer of a deletion that leaves nothing behind. */
  static Map<String, @Nullable Object> deleted(Invocation in, Row row) {
    return showing(in, "entityId", row.id());
  }

  private static Map<String, @Nullable Object> plain(Invocation in) {
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    payload.put("success", true);
    payload.put("lastSyncId", in.premises().workspace().lastSyncId());
    return payload;
  }
}
