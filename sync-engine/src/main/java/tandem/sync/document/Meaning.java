package tandem.sync.document;

import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * The canonical form of a parsed piece: equal for two texts that say and show the same. It does not
 * see which marks were used for bullets, emphasis, fences and headings, how lines are broken and
 * padded, how an item is numbered, and whether a bare address stands in {@code <>}: those are what
 * Linear rewrites when it saves. Walks without recursion, so that no nesting is too deep for it.
 */
final class Meaning {
  private static final String END = "\\.";

  private final StringBuilder out = new StringBuilder();

  private Meaning() {}

  static String of(Node piece) {
    Meaning meaning = new Meaning();
    Node node = piece;
    while (true) {
      meaning.enter(node);
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        continue;
      }
      meaning.leave(node);
      while (!node.equals(piece) && node.getNext() == null) {
        node = node.getParent();
        meaning.leave(node);
      }
      if (node.equals(piece)) {
        return meaning.out.toString().strip();
      }
      node = node.getNext();
    }
  }

  private void enter(Node node) {
    switch (node) {
      case Text text -> words(text.getLiteral());
      case SoftLineBreak ignored -> words(" ");
      case HardLineBreak ignored -> words(" ");
      case Code code -> literal("code", code.getLiteral());
      case HtmlInline html -> literal("html", html.getLiteral());
      case HtmlBlock html -> literal("html", html.getLiteral());
      case FencedCodeBlock code -> literal("pre " + code.getInfo(), code.getLiteral());
      case IndentedCodeBlock code -> literal("pre ", code.getLiteral());
      case LinkReferenceDefinition link ->
          literal("ref " + link.getLabel(), link.getDestination() + " " + link.getTitle());
      case Link link -> open("link", link.getDestination());
      case Image image -> open("image", image.getDestination());
      case Heading heading -> open("h" + heading.getLevel(), "");
      case ListItem item ->
          open(item.getParent() instanceof OrderedList ? "numbered" : "bullet", "");
      case Paragraph ignored -> open("p", "");
      default -> open(node.getClass().getSimpleName(), "");
    }
  }

  private void leave(Node node) {
    switch (node) {
      case Text ignored -> {}
      case SoftLineBreak ignored -> {}
      case HardLineBreak ignored -> {}
      case Code ignored -> {}
      case HtmlInline ignored -> {}
      case HtmlBlock ignored -> {}
      case FencedCodeBlock ignored -> {}
      case IndentedCodeBlock ignored -> {}
      case LinkReferenceDefinition ignored -> {}
      case Link link -> closeLink(link.getDestination());
      case Block ignored -> {
        dropTrailingBlank();
        out.append(END);
      }
      default -> out.append(END);
    }
  }

  /** Bold that ends where a line ends and begins again in the next is one bold. */
  private void open(String kind, String value) {
    String mark = "\\" + kind + "{" + escaped(value) + "}";
    String split = END + " ";
    if ("StrongEmphasis".equals(kind) && endsWith("StrongEmphasis", split)) {
      out.setLength(out.length() - split.length());
      out.append(' ');
      return;
    }
    out.append(mark);
  }

  /** Whether what was closed last, before one blank, was of this kind and on this level. */
  private boolean endsWith(String kind, String split) {
    int end = out.length() - split.length();
    if (end < 0 || out.indexOf(split, end) != end) {
      return false;
    }
    int opened = out.lastIndexOf("\\" + kind + "{", end);
    return opened >= 0 && out.indexOf("\\", opened + 1) == end;
  }

  private void closeLink(String destination) {
    String mark = "\\link{" + escaped(destination) + "}";
    String shown = mark + escaped(destination);
    int from = out.length() - shown.length();
    if (from >= 0 && out.indexOf(shown, from) == from) {
      out.replace(from, out.length(), escaped(destination));
    } else {
      out.append(END);
    }
  }

  private void words(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (blank) {
        if (!endsBlank()) {
          out.append(' ');
        }
      } else if (c == '\\') {
        out.append("\\\\");
      } else {
        out.append(c);
      }
    }
  }

  private boolean endsBlank() {
    return !out.isEmpty() && out.charAt(out.length() - 1) == ' ';
  }

  private void dropTrailingBlank() {
    if (endsBlank()) {
      out.setLength(out.length() - 1);
    }
  }

  private void literal(String kind, String text) {
    out.append('\\').append(escaped(kind)).append('{').append(escaped(text)).append('}');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\");
  }
}
