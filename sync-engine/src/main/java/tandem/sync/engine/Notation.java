package tandem.sync.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tandem.sync.document.DecisionJson;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.replica.Mark;
import tandem.sync.store.Sight;

/**
 * Decisions as the texts that the store keeps, {@link DecisionJson}; empty text is no decision.
 * Remembers what it read, for one turn: a text is read once, however often it is planned with.
 */
final class Notation {
  static final String TOO_LONG =
      "it is too long for Jira, which keeps 32,768 characters: shorten it or move a part elsewhere";

  private final Map<Key, Decision> known = new HashMap<>();

  private record Key(DecisionId id, String text) {}

  Optional<Decision> decision(DecisionId id, String text) {
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(known.computeIfAbsent(new Key(id, text), Notation::read));
  }

  private static Decision read(Key key) {
    return switch (DecisionJson.read(key.id(), key.text())) {
      case DecisionJson.Read(var decision, var at) -> decision;
      case DecisionJson.Refused(String why) ->
          throw new IllegalStateException("a stored decision cannot be read: " + why);
    };
  }

  static String text(Optional<Decision> decision) {
    return decision.map(DecisionJson::write).orElse("");
  }

  /**
   * What was seen, as it is kept; one that is too long for the store rests like an illegible one.
   */
  Sight sight(Held held, Instant now) {
    var trace =
        new Sight.Trace(held.original().ref(), Mark.of(held.original()), held.original().at());
    Instant at = held.original().at().orElse(now);
    return switch (held) {
      case Held.Illegible illegible ->
          new Sight("", Optional.of(illegible.why()), Optional.of(trace), at);
      case Held.Legible legible -> {
        String text = DecisionJson.write(legible.decision());
        yield text.length() > Decision.LARGEST
            ? new Sight("", Optional.of(TOO_LONG), Optional.of(trace), at)
            : new Sight(text, Optional.empty(), Optional.of(trace), at);
      }
    };
  }
}
