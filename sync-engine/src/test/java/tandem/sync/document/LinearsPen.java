package tandem.sync.document;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/**
 * Saves a document as Linear does, by commonmark-java's own renderer: bullets become {@code *},
 * emphasis {@code *i*}, breaks at line ends go, tables lose their padding.
 */
final class LinearsPen extends AbstractVisitor {
  private static final List<org.commonmark.Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final MarkdownRenderer RENDERER =
      MarkdownRenderer.builder().extensions(TABLES).build();

  private LinearsPen() {}

  static String saved(String markdown) {
    Node document = PARSER.parse(markdown);
    document.accept(new LinearsPen());
    return RENDERER.render(document);
  }

  @Override
  public void visit(BulletList list) {
    list.setMarker("*");
    visitChildren(list);
  }

  @Override
  public void visit(Emphasis emphasis) {
    Emphasis star = new Emphasis("*");
    while (emphasis.getFirstChild() != null) {
      star.appendChild(emphasis.getFirstChild());
    }
    emphasis.insertBefore(star);
    emphasis.unlink();
    visitChildren(star);
  }

  @Override
  public void visit(HardLineBreak twoBlanks) {
    twoBlanks.insertBefore(new SoftLineBreak());
    twoBlanks.unlink();
  }
}
