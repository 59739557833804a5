package tandem.sync.document;

import java.util.Optional;
import java.util.Set;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import tandem.sync.model.DecisionStatus;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;

/** Facts in the text: {@code Date: 2017-07-04} in a line or an item, and the status by itself. */
final class Facts {
  private static final int WORDS_OF_A_STATUS = 2;

  private Facts() {}

  /** A fact with its label, on one line, that was not told before. */
  static Optional<Spot> labelled(Cut cut, Set<Fact> told) {
    return line(cut.node())
        .flatMap(span -> {
          String line = text(cut, span);
          int colon = line.indexOf(':');
          if (colon <= 0 || line.substring(colon + 1).isBlank()) {
            return Optional.empty();
          }
          String value = line.substring(colon + 1).strip();
          int at = span.getInputIndex() - cut.from() + line.indexOf(value, colon + 1);
          return Fact.labelled(line.substring(0, colon))
              .filter(told::add)
              .map(fact -> spot(fact, cut, at, value));
        });
  }

  /** The status that stands first in its section, without a label. */
  static Optional<Spot> status(Cut cut, Set<Fact> told) {
    return line(cut.node())
        .filter(span -> cut.node() instanceof Paragraph && isStatus(text(cut, span).strip()))
        .filter(span -> told.add(Fact.STATUS))
        .map(span -> {
          String value = text(cut, span).strip();
          int at = cut.written().indexOf(value, span.getInputIndex() - cut.from());
          return spot(Fact.STATUS, cut, at, value);
        });
  }

  /** A text that can stand as a status by itself: a known word first, or two words at most. */
  static boolean isStatus(String text) {
    return !text.isEmpty()
        && (DecisionStatus.read(text).isPresent()
            || text.split("\\s+", -1).length <= WORDS_OF_A_STATUS);
  }

  private static Spot spot(Fact fact, Cut cut, int at, String value) {
    String raw = cut.written();
    Passage passage = new Passage(value, Passages.line(value).meaning());
    return new Spot(
        Optional.of(fact), raw.substring(0, at), passage, raw.substring(at + value.length()));
  }

  private static Optional<SourceSpan> line(Node node) {
    boolean item = node instanceof ListItem;
    Node text = item ? node.getFirstChild() : node;
    boolean alone =
        text instanceof Paragraph
            && (!item || text.getNext() == null)
            && text.getSourceSpans().size() == 1;
    return alone ? Optional.of(text.getSourceSpans().getFirst()) : Optional.empty();
  }

  private static String text(Cut cut, SourceSpan span) {
    int from = span.getInputIndex() - cut.from();
    return cut.written().substring(from, from + span.getLength());
  }
}
