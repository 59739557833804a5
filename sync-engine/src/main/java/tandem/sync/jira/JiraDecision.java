package tandem.sync.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tandem.sync.document.DecisionJson;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionLog;
import tandem.sync.model.Held;
import tandem.sync.model.Original;
import tandem.sync.replica.DecisionChange;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/**
 * A decision as an issue property, {@code tandem.decision.<id>}. Whoever may edit the issue may
 * edit it, so that it is taken for nothing that it does not prove to be.
 *
 * @see <a href=
 *     "https://developer.atlassian.com/cloud/jira/platform/jira-entity-properties/">Entity
 *     properties</a>
 */
final class JiraDecision {
  static final String PREFIX = "tandem.decision.";

  private static final int LONGEST_KEY = 255;

  private JiraDecision() {}

  static String key(DecisionId id) {
    return PREFIX + id.value();
  }

  /** The id that a key names; empty where it is not of our form. */
  static Optional<DecisionId> id(String key) {
    try {
      return key.startsWith(PREFIX)
          ? Optional.of(new DecisionId(key.substring(PREFIX.length())))
          : Optional.empty();
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /**
   * The decisions among an issue's properties; empty where the answer holds no properties, which is
   * how an issue without any may look (*assumed*) and how it looks when they were not asked for.
   */
  static Optional<DecisionLog> log(JsonNode properties, Instant now) {
    if (!properties.isObject()) {
      return Optional.empty();
    }
    SortedMap<DecisionId, Held> log = new TreeMap<>();
    for (var property : properties.properties()) {
      String key = property.getKey();
      if (key.startsWith(PREFIX)) {
        String json = property.getValue().toString();
        id(key)
            .ifPresentOrElse(
                id -> log.put(id, read(id, json, now)),
                () -> log.put(substitute(key), misnamed(key, json)));
      }
    }
    return Optional.of(new DecisionLog(log));
  }

  /** A property's value. A time in the future is somebody's mistake and would win for ever. */
  static Held read(DecisionId id, String json, Instant now) {
    return switch (DecisionJson.read(id, json)) {
      case DecisionJson.Read(Decision decision, Optional<Instant> at) ->
          new Held.Legible(
              decision, new Original(key(id), json, at.filter(time -> !time.isAfter(now))));
      case DecisionJson.Refused(String why) ->
          new Held.Illegible(new Original(key(id), json, Optional.empty()), why);
    };
  }

  /** What is to be sent; a failure where Jira would not keep it, or reading gives another. */
  static Outcome<String> text(DecisionChange.Write write) {
    Decision decision = write.decision();
    String json =
        write
            .previous()
            .map(previous -> DecisionJson.write(decision, previous.text()))
            .orElseGet(() -> DecisionJson.write(decision));
    if (json.length() > Decision.LARGEST) {
      return rejected(
          "the decision is longer than Jira keeps with an issue, %,d characters; shorten it, or move"
                  .formatted(Decision.LARGEST)
              + " a part into a linked page");
    }
    boolean same =
        DecisionJson.read(write.id(), json) instanceof DecisionJson.Read read
            && read.decision().says(decision)
            && StandardCharsets.UTF_8.newEncoder().canEncode(json);
    return same
        ? new Outcome.Done<>(json)
        : rejected(
            "a piece of the decision's text means something else where it stands alone, or holds"
                + " half a character; write that piece anew");
  }

  /** A property of ours with a name that we never give is told of, under an id of its own. */
  private static DecisionId substitute(String key) {
    UUID name = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    return new DecisionId("misnamed-" + name);
  }

  private static Held misnamed(String key, String json) {
    String ref = key.substring(0, Math.min(key.length(), LONGEST_KEY));
    return new Held.Illegible(
        new Original(ref, json, Optional.empty()),
        "its property's key does not end in 1 to 64 of a-z, 0-9 and -");
  }

  private static Outcome<String> rejected(String why) {
    return new Outcome.Failed<>(new RemoteFailure.Rejected(why));
  }
}
