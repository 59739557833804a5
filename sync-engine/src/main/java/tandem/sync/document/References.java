package tandem.sync.document;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * Links whose address stands elsewhere in the document ({@code [text][1]}). A piece that is carried
 * into another document takes the address with it ({@code [text](https://…)}), and the definition
 * is no piece of its own: a tracker that keeps a tree and not the text drops it on saving.
 */
final class References {
  private References() {}

  /** The address of a link, to be put in the place of what stands between these places. */
  private record Address(int from, int to, String written) {}

  /** The piece with the addresses of its links in it; the piece as it is where there are none. */
  static String inlined(Cut cut) {
    List<Address> addresses = new ArrayList<>();
    Node node = cut.node();
    while (node != null) {
      address(cut, node, addresses);
      node = next(node, cut.node());
    }
    if (addresses.isEmpty()) {
      return cut.written();
    }
    StringBuilder written = new StringBuilder(cut.written());
    addresses.stream()
        .sorted((one, other) -> Integer.compare(other.from(), one.from()))
        .forEach(address -> written.replace(address.from(), address.to(), address.written()));
    return written.toString();
  }

  private static @Nullable Node next(Node node, Node root) {
    if (node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    Node at = node;
    while (!at.equals(root) && at.getNext() == null) {
      at = at.getParent();
    }
    return at.equals(root) ? null : at.getNext();
  }

  private static void address(Cut cut, Node node, List<Address> addresses) {
    switch (node) {
      case Link link -> add(cut, link, address(link.getDestination(), link.getTitle()), addresses);
      case Image image ->
          add(cut, image, address(image.getDestination(), image.getTitle()), addresses);
      default -> {
        // Nothing else has an address.
      }
    }
  }

  private static void add(Cut cut, Node link, String address, List<Address> addresses) {
    if (link.getLastChild() == null
        || link.getLastChild().getSourceSpans().isEmpty()
        || link.getSourceSpans().isEmpty()) {
      return;
    }
    int from = end(link.getLastChild()) - cut.from();
    int to = end(link) - cut.from();
    String tail = from < 0 || to < from ? "" : cut.written().substring(from, to);
    if (tail.startsWith("]") && !tail.startsWith("](")) {
      addresses.add(new Address(from, to, "](" + address + ")"));
    }
  }

  private static int end(Node node) {
    SourceSpan last = node.getSourceSpans().getLast();
    return last.getInputIndex() + last.getLength();
  }

  private static String address(String destination, String title) {
    String escaped = destination.replace("\\", "\\\\").replace("<", "\\<").replace(">", "\\>");
    String bare = title == null ? "" : title.replace("\\", "\\\\").replace("\"", "\\\"");
    return "<" + escaped + ">" + (bare.isEmpty() ? "" : " \"" + bare + "\"");
  }
}
