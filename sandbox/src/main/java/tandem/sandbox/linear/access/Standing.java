package tandem.sandbox.linear.access;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much a caller has left of its hour, after the request in hand.
 *
 * @param complexity points of the request in hand
 */
public record Standing(Bucket requests, Bucket points, int complexity) {
  /**
   * One of the two counters.
   *
   * @param reset when the bucket is full again if nobody draws on it
   */
  public record Bucket(String type, long limit, long remaining, Instant reset) {}

  /** The headers that Linear sends with every answer; resets are epoch milliseconds. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Complexity", Integer.toString(complexity));
    put(headers, "X-RateLimit-Requests-", requests);
    put(headers, "X-RateLimit-Complexity-", points);
    return headers;
  }

  private static void put(Map<String, String> headers, String prefix, Bucket bucket) {
    headers.put(prefix + "Limit", Long.toString(bucket.limit()));
    headers.put(prefix + "Remaining", Long.toString(bucket.remaining()));
    headers.put(prefix + "Reset", Long.toString(bucket.reset().toEpochMilli()));
  }
}
