package tandem.sync.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tandem.sync.model.Decision;
import tandem.sync.model.Held;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;

/** What the way into a tracker cost a decision, in words for its receipt. */
final class Loss {
  private static final int MOST_NAMED = 5;

  private Loss() {}

  /** Empty text where the tracker holds every piece just as it was meant. */
  static String of(Optional<Decision> meant, Optional<Held> kept) {
    if (meant.isEmpty() || !(kept.orElse(null) instanceof Held.Legible legible)) {
      return "";
    }
    Decision held = legible.decision();
    if (!held.says(meant.get())) {
      return "It does not say there what it should; it is looked at again.";
    }
    List<String> rewritten =
        pieces(held)
            .filter(piece -> pieces(meant.get()).noneMatch(piece::equals))
            .map(Piece::of)
            .distinct()
            .toList();
    return rewritten.isEmpty()
        ? ""
        : "The tracker wrote this in its own way, and nothing that is said was lost: "
            + named(rewritten)
            + ".";
  }

  private static String named(List<String> parts) {
    String first = String.join(", ", parts.subList(0, Math.min(parts.size(), MOST_NAMED)));
    return parts.size() > MOST_NAMED
        ? first + " and " + (parts.size() - MOST_NAMED) + " more parts"
        : first;
  }

  /**
   * A paragraph, or the like.
   *
   * @param of the part of the decision that it stands in, in words
   */
  private record Piece(String of, Passage passage) {}

  private static Stream<Piece> pieces(Decision decision) {
    return Stream.of(
            Stream.of(new Piece("the title", decision.title())),
            decision.facts().entrySet().stream()
                .map(fact -> new Piece(fact.getKey().label(), fact.getValue())),
            decision.sections().stream().flatMap(Loss::pieces))
        .flatMap(pieces -> pieces);
  }

  private static Stream<Piece> pieces(Section section) {
    return section.body().stream().map(passage -> new Piece(name(section), passage));
  }

  private static String name(Section section) {
    return switch (section.key().topic()) {
      case FRONT_MATTER -> "the front matter";
      case INTRODUCTION -> "the introduction";
      case OTHER -> "\"" + section.key().name() + "\"";
      case STATUS, CONTEXT, OPTIONS, DECISION, CONSEQUENCES, CONFIRMATION, SKIPPED, DISSENT ->
          "\"" + section.key().topic().heading() + "\"";
    };
  }
}
