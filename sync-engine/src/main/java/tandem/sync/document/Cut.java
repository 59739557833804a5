package tandem.sync.document;

import org.commonmark.node.Node;
import tandem.sync.model.Passage;

/**
 * A piece of a document, from the line on which it begins to the line on which the next one does.
 *
 * @param node what the parser saw: a heading, another block, or an item of a list
 */
record Cut(String written, int from, Node node) {
  Passage passage() {
    return new Passage(written, Meaning.of(node));
  }
}
