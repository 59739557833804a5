package tandem.sandbox.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.Reply;
import tandem.sandbox.stage.Pair;
import tandem.sandbox.stage.Tracker;
import tandem.sandbox.stage.Trackers;

/**
 * Sees the app's writes arrive in the trackers and measures the time since the edits that they
 * mirror. Safe for many threads.
 */
final class Arrivals {
  private static final String JIRA_WRITE = "PUT /rest/api/3/issue/{issueIdOrKey}";
  private static final String LINEAR_WRITE = "RetagIssue";

  private final LongSupplier nanos;
  private final Map<String, Long> edited = new ConcurrentHashMap<>();
  private final Collection<Long> times = new ConcurrentLinkedQueue<>();

  /**
   * @param nanos a clock that only grows
   */
  Arrivals(Trackers trackers, LongSupplier nanos) {
    this.nanos = nanos;
    trackers.jira().witness(this::inJira);
    trackers.linear().witness(this::inLinear);
  }

  /** Somebody is about to edit this side: the next write of the app to the other one is awaited. */
  void await(Pair pair, Tracker side) {
    edited.put(side == Tracker.JIRA ? pair.linearId() : pair.jiraId(), nanos.getAsLong());
  }

  /** Whether a write of this pair is awaited. */
  boolean awaits(Pair pair) {
    return edited.containsKey(pair.linearId()) || edited.containsKey(pair.jiraId());
  }

  /** How many writes are awaited. */
  int open() {
    return edited.size();
  }

  /** What was measured since the last time. */
  Spread taken() {
    var spread = new Spread(times);
    times.clear();
    edited.clear();
    return spread;
  }

  private void inJira(Call call, Reply reply) {
    if (call.operation().equals(JIRA_WRITE) && reply.status() < 300) {
      arrived(call.name("issueIdOrKey"));
    }
  }

  private void inLinear(Call call, Reply reply) {
    if (call.operation().equals("POST /graphql") && reply.status() < 300) {
      JsonNode body = call.json();
      if (body.path("query").asText().contains(LINEAR_WRITE)) {
        arrived(body.at("/variables/id").asText());
      }
    }
  }

  private void arrived(String issue) {
    Long since = edited.remove(issue);
    if (since != null) {
      times.add(nanos.getAsLong() - since);
    }
  }
}
