package tandem.sync.document;

import java.util.List;
import java.util.Optional;
import tandem.sync.model.Decision;
import tandem.sync.model.Dissent;
import tandem.sync.model.Passage;
import tandem.sync.model.Topic;

/** The dissent in a decision: items {@code * Ada: because …}, one for each who did not agree. */
public final class DissentList {
  private static final String OPENING = "\\bullet{}\\p{}";

  private DissentList() {}

  /** The items that name somebody; whatever else stands in the section stays in the decision. */
  public static List<Dissent> of(Decision decision) {
    return decision.body(Topic.DISSENT).stream()
        .flatMap(passage -> read(passage).stream())
        .toList();
  }

  /** An item for the section. */
  public static Passage item(Dissent dissent) {
    String item = "* " + Passages.line(dissent.who() + ": " + dissent.because()).written() + "\n";
    return Passages.blocks(item).getFirst();
  }

  private static Optional<Dissent> read(Passage passage) {
    String item = passage.written().strip();
    int colon = item.indexOf(':');
    if (!passage.meaning().startsWith(OPENING) || colon < 2) {
      return Optional.empty();
    }
    String because = item.substring(colon + 1).strip();
    return because.isEmpty()
        ? Optional.empty()
        : Optional.of(new Dissent(item.substring(1, colon).strip(), because));
  }
}
