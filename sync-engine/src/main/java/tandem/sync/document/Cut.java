package tandem.sync.document;

import java.util.List;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import tandem.sync.model.Passage;

/**
 * A piece of a document, from the line on which it begins to the line on which the next one does.
 *
 * @param node what the parser saw: a heading, another block, or an item of a list
 */
record Cut(String written, int from, Node node) {
  /** What it says, written so that it says the same where it stands alone. */
  Passage passage() {
    String meaning = Meaning.of(node);
    String alone = References.inlined(this);
    boolean same =
        alone.equals(written)
            || Cuts.of(alone).cuts().stream()
                .map(cut -> Meaning.of(cut.node()))
                .toList()
                .equals(List.of(meaning));
    return new Passage(same ? alone : written, meaning);
  }

  /** Whether it is a definition of a link, which says nothing by itself. */
  boolean isDefinition() {
    return node instanceof LinkReferenceDefinition;
  }
}
