package tandem.sandbox.linear.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be told to one webhook. {@code webhookTimestamp} is added when it is sent.
 *
 * @param id the delivery's id, the same at every attempt (assumed)
 * @param type the entity's, as in the header {@code Linear-Event}
 */
record Event(String id, String webhookId, String type, Map<String, @Nullable Object> body) {
  /** The body at the moment of sending. That a retry has a fresh timestamp is assumed. */
  Map<String, @Nullable Object> sentAt(long epochMillis) {
    Map<String, @Nullable Object> sent = new LinkedHashMap<>(body);
    sent.put("webhookTimestamp", epochMillis);
    sent.put("webhookId", webhookId);
    return sent;
  }
}
