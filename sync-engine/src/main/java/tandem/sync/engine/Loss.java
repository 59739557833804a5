package tandem.sync.engine;

import java.util.Optional;
import java.util.stream.Stream;
import tandem.sync.model.Decision;
import tandem.sync.model.Held;
import tandem.sync.model.Passage;

/** What the way into a tracker cost a decision, in words for its receipt. */
final class Loss {
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
    long rewritten = passages(held).filter(it -> isNotIn(meant.get(), it)).count();
    return rewritten == 0
        ? ""
        : "The tracker wrote "
            + rewritten
            + (rewritten == 1 ? " piece" : " pieces")
            + " in its own way; nothing that is said was lost.";
  }

  private static boolean isNotIn(Decision meant, Passage passage) {
    return passages(meant).noneMatch(passage::equals);
  }

  private static Stream<Passage> passages(Decision decision) {
    return Stream.of(
            Stream.of(decision.title()),
            decision.facts().values().stream(),
            decision.sections().stream().flatMap(section -> section.body().stream()))
        .flatMap(pieces -> pieces);
  }
}
