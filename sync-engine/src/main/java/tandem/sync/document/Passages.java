package tandem.sync.document;

import java.util.List;
import java.util.function.Predicate;
import org.commonmark.node.Block;
import tandem.sync.model.Passage;

/** Markdown as passages, for those who hold a field of a decision as text. */
public final class Passages {
  private static final int OPENING = "\\h1{}".length();
  private static final int CLOSING = "\\.".length();

  private Passages() {}

  /** A text as its paragraphs, items of lists and other blocks. Total. */
  public static List<Passage> blocks(String markdown) {
    return Cuts.of(markdown).cuts().stream()
        .filter(Predicate.not(Cut::isDefinition))
        .map(Cut::passage)
        .toList();
  }

  /** A line of text: the title, a fact. Line ends become blanks. Total. */
  public static Passage line(String markdown) {
    String line = String.join(" ", markdown.lines().map(String::strip).toList()).strip();
    if (line.isEmpty()) {
      return Passage.NONE;
    }
    List<Cut> cuts = Cuts.of("# " + line).cuts();
    return cuts.size() == 1 && cuts.getFirst().node() instanceof Block block
        ? new Passage(line, inner(Meaning.of(block)))
        : Passage.plain(line);
  }

  /** What a heading says, without its level. */
  static String inner(String heading) {
    return heading.substring(OPENING, Math.max(OPENING, heading.length() - CLOSING)).strip();
  }
}
