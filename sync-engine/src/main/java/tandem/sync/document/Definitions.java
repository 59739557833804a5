package tandem.sync.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import tandem.sync.model.Passage;

/**
 * The definitions of links of a whole decision ({@code [1]: https://…}), without which a piece of
 * it that stands alone does not say what it says in its document.
 */
final class Definitions {
  private final String written;
  private final int count;

  private Definitions(List<Cut> cuts) {
    StringBuilder all = new StringBuilder();
    cuts.forEach(cut -> all.append(cut.written().strip()).append("\n\n"));
    this.written = all.toString();
    this.count = Cuts.of(written).cuts().size();
  }

  /** The definitions in some pieces of Markdown, in order: of two of one name the first counts. */
  static Definitions of(List<String> pieces) {
    return new Definitions(
        pieces.stream()
            .flatMap(piece -> Cuts.of(piece).cuts().stream())
            .filter(Cut::isDefinition)
            .toList());
  }

  /** A text as its blocks. */
  Stream<Passage> blocks(String text) {
    return cuts(text).stream().filter(Predicate.not(Cut::isDefinition)).map(Cut::passage);
  }

  /** A line that is the decision's title, written as it is. */
  Passage line(String text) {
    String line = Passages.line(text).written();
    return cuts("# " + line).stream()
        .findFirst()
        .filter(cut -> !line.isEmpty() && cut.node() instanceof Heading)
        .map(cut -> new Passage(text, Passages.inner(Meaning.of((Block) cut.node()))))
        .orElseGet(() -> new Passage(text, Passages.line(text).meaning()));
  }

  /** A heading; one without its marks is of the second level. Empty where it is more than that. */
  Optional<Headline> heading(String text) {
    Optional<Headline> marked = single(text);
    return marked.isPresent() ? marked : single("## " + text.strip() + "\n\n");
  }

  private Optional<Headline> single(String text) {
    List<Cut> cuts = cuts(text);
    return cuts.size() == 1 && cuts.getFirst().node() instanceof Heading heading
        ? Optional.of(Headline.of(cuts.getFirst(), heading))
        : Optional.empty();
  }

  private List<Cut> cuts(String text) {
    List<Cut> cuts = Cuts.of(written + text).cuts();
    return cuts.subList(Math.min(count, cuts.size()), cuts.size());
  }
}
