package tandem.sync.document;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Cuts a document into its outermost blocks, and lists into their items. Nothing falls between. */
record Cuts(String before, List<Cut> cuts) {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  /** Total; what stands before the first block is {@link #before()}. */
  static Cuts of(String markdown) {
    List<Node> nodes = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    int last = -1;
    for (Node node : pieces(PARSER.parse(markdown))) {
      int start = node.getSourceSpans().isEmpty() ? -1 : lineOf(markdown, node);
      if (start > last) {
        nodes.add(node);
        starts.add(start);
        last = start;
      }
    }
    starts.add(markdown.length());
    List<Cut> cuts = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      int from = starts.get(i);
      cuts.add(new Cut(markdown.substring(from, starts.get(i + 1)), from, nodes.get(i)));
    }
    return new Cuts(markdown.substring(0, starts.getFirst()), cuts);
  }

  private static List<Node> pieces(Node document) {
    List<Node> pieces = new ArrayList<>();
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      if (block instanceof ListBlock) {
        for (Node item = block.getFirstChild(); item != null; item = item.getNext()) {
          pieces.add(item);
        }
      } else {
        pieces.add(block);
      }
    }
    return pieces;
  }

  private static int lineOf(String markdown, Node node) {
    int start = node.getSourceSpans().getFirst().getInputIndex();
    while (start > 0 && markdown.charAt(start - 1) != '\n' && markdown.charAt(start - 1) != '\r') {
      start--;
    }
    return start;
  }
}
