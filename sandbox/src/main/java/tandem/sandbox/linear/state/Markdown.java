package tandem.sandbox.linear.state;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/**
 * Markdown as Linear gives it back. Linear keeps a document tree, not the text: what is saved comes
 * back with its own marks. Others saw it change bullets and emphasis, addresses and tables; here
 * every bullet becomes {@code *}, every emphasis stars, and the rest is written as CommonMark
 * writes it (assumed). Saving twice changes nothing more.
 */
public final class Markdown {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final MarkdownRenderer RENDERER =
      MarkdownRenderer.builder().extensions(TABLES).nodeRendererFactory(new BoxFactory()).build();

  private Markdown() {}

  /** The text as it reads after it was saved. */
  public static String saved(String markdown) {
    Node document = PARSER.parse(markdown);
    document.accept(new OwnMarks());
    return RENDERER.render(document).stripTrailing();
  }

  /** Puts Linear's marks in the place of the author's. */
  private static final class OwnMarks extends AbstractVisitor {
    @Override
    public void visit(BulletList list) {
      list.setMarker("*");
      visitChildren(list);
    }

    @Override
    public void visit(Emphasis emphasis) {
      replace(emphasis, new Emphasis("*"));
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
      replace(emphasis, new StrongEmphasis("**"));
    }

    /** A task's box is not a bracket to be escaped. */
    @Override
    public void visit(ListItem item) {
      if (item.getFirstChild() instanceof Paragraph paragraph
          && paragraph.getFirstChild() instanceof Text text
          && text.getLiteral().matches("\\[[ xX]\\] .*")) {
        paragraph.prependChild(new Box(text.getLiteral().substring(0, 3)));
        text.setLiteral(text.getLiteral().substring(3));
      }
      visitChildren(item);
    }

    private void replace(Node old, Node own) {
      Node child = old.getFirstChild();
      while (child != null) {
        Node next = child.getNext();
        own.appendChild(child);
        child = next;
      }
      old.insertAfter(own);
      old.unlink();
      visitChildren(own);
    }
  }

  /** The {@code [ ]} or {@code [x]} of a task. */
  private static final class Box extends CustomNode {
    private final String mark;

    Box(String mark) {
      this.mark = mark;
    }
  }

  private static final class BoxFactory implements MarkdownNodeRendererFactory {
    @Override
    public NodeRenderer create(MarkdownNodeRendererContext context) {
      return new NodeRenderer() {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
          return Set.of(Box.class);
        }

        @Override
        public void render(Node node) {
          context.getWriter().raw(((Box) node).mark);
        }
      };
    }

    @Override
    public Set<Character> getSpecialCharacters() {
      return Set.of();
    }
  }
}
