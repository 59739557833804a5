package tandem.app.panel.summary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tandem.app.panel.acceptance.Acceptance;
import tandem.app.panel.acceptance.AcceptanceKind;
import tandem.app.panel.decision.DecisionAnswer;
import tandem.app.panel.decision.StoredDecision;
import tandem.app.panel.document.DocumentKind;
import tandem.app.panel.document.Parsed;
import tandem.app.panel.impact.Impact;
import tandem.app.panel.impact.ImpactKind;
import tandem.app.panel.tradeoff.Tradeoff;
import tandem.app.panel.tradeoff.TradeoffKind;

/** What can be read of an issue's documents; what cannot says nothing. */
public record Documents(
    Optional<Acceptance> acceptance,
    Optional<Impact> impact,
    Optional<Tradeoff> tradeoff,
    List<DecisionAnswer> decisions) {

  public Documents {
    decisions = List.copyOf(decisions);
  }

  public static Documents of(Map<String, JsonNode> properties) {
    return new Documents(
        read(new AcceptanceKind(), properties),
        read(new ImpactKind(), properties),
        read(new TradeoffKind(), properties),
        DecisionAnswer.of(StoredDecision.among(properties)).stream()
            .filter(decision -> decision.unreadable() == null)
            .toList());
  }

  public boolean areNone() {
    return acceptance.isEmpty() && impact.isEmpty() && tradeoff.isEmpty() && decisions.isEmpty();
  }

  private static <D extends Record> Optional<D> read(
      DocumentKind<D> kind, Map<String, JsonNode> properties) {
    return Optional.ofNullable(properties.get(kind.property()))
        .flatMap(value ->
            switch (kind.parse(value)) {
              case Parsed.Read<D>(D document) -> Optional.of(document);
              case Parsed.Refused<D> refused -> Optional.empty();
            });
  }
}
