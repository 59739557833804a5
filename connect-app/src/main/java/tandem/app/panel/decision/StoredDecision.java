package tandem.app.panel.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tandem.app.panel.document.PropertyText;
import tandem.sync.document.DecisionJson;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Fact;

/**
 * A decision as an issue keeps it, in its property {@code tandem.decision.<id>}.
 *
 * @param text the property's JSON
 */
public record StoredDecision(
    DecisionId id, String text, String etag, DecisionJson.Reading reading) {
  /** With what the keys of all decisions' properties begin. */
  public static final String PREFIX = "tandem.decision.";

  private static final Comparator<StoredDecision> OLDEST_FIRST =
      Comparator.comparing(StoredDecision::decidedOn).thenComparing(StoredDecision::id);

  /** Those among an issue's properties, the oldest first; what is not decided yet comes last. */
  public static List<StoredDecision> among(Map<String, JsonNode> properties) {
    List<StoredDecision> decisions = new ArrayList<>();
    properties.forEach((key, value) -> id(key).ifPresent(id -> decisions.add(of(id, value))));
    decisions.sort(OLDEST_FIRST);
    return decisions;
  }

  public static StoredDecision of(DecisionId id, JsonNode value) {
    String text = value.toString();
    return new StoredDecision(
        id, text, PropertyText.tag(Optional.of(value)), DecisionJson.read(id, text));
  }

  /** The id that a property's key names; empty where it is no decision's. */
  private static Optional<DecisionId> id(String key) {
    return key.startsWith(PREFIX) ? parse(key.substring(PREFIX.length())) : Optional.empty();
  }

  /** Empty where the text is no id of a decision. */
  public static Optional<DecisionId> parse(String id) {
    try {
      return Optional.of(new DecisionId(id));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  public String key() {
    return PREFIX + id.value();
  }

  /** Empty where it cannot be read. */
  public Optional<Decision> decision() {
    return switch (reading) {
      case DecisionJson.Read read -> Optional.of(read.decision());
      case DecisionJson.Refused refused -> Optional.empty();
    };
  }

  /** Why it cannot be read. */
  public Optional<String> unreadable() {
    return switch (reading) {
      case DecisionJson.Read read -> Optional.empty();
      case DecisionJson.Refused(String why) -> Optional.of(why);
    };
  }

  /** What is written of the decision before it; "" for nothing. */
  public String supersedes() {
    return decision()
        .flatMap(decision -> decision.fact(Fact.SUPERSEDES))
        .map(fact -> fact.written().strip())
        .orElse("");
  }

  private LocalDate decidedOn() {
    return decision().flatMap(Decision::decidedOn).orElse(LocalDate.MAX);
  }
}
