package tandem.sync.document;

import java.util.Optional;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;

/**
 * Where a fact or the title stands in a document.
 *
 * @param fact empty for the title
 * @param before what stands before the value in the same piece, marks and label
 * @param after what follows the value up to the next piece
 */
record Spot(Optional<Fact> fact, String before, Passage value, String after) {
  Spot with(Passage other) {
    return value.says(other) ? this : new Spot(fact, before, other, after);
  }

  String written() {
    return before + value.written() + after;
  }
}
