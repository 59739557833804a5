package tandem.sandbox.jira.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import tandem.sandbox.http.Json;

/**
 * The Atlassian Document Format, as far as the site needs it: recognised, made from plain text,
 * read as plain text. Nodes inside are not checked against ADF's schema.
 */
public final class Adf {
  private static final Set<String> BLOCKS =
      Set.of("paragraph", "heading", "blockquote", "codeBlock", "listItem", "taskItem", "panel");

  private Adf() {}

  public static boolean isDocument(JsonNode node) {
    return node.isObject()
        && node.path("type").asText().equals("doc")
        && node.path("version").asInt() == 1
        && node.path("content").isArray();
  }

  /** A document with a paragraph for each line. */
  public static ObjectNode of(String text) {
    var doc = Json.object().put("version", 1).put("type", "doc");
    var content = doc.putArray("content");
    for (String line : text.split("\n", -1)) {
      var paragraph = content.addObject().put("type", "paragraph");
      var inline = paragraph.putArray("content");
      if (!line.isEmpty()) {
        inline.addObject().put("type", "text").put("text", line);
      }
    }
    return doc;
  }

  /** The words of a document, a line for each block. Marks and layout are lost. */
  public static String text(JsonNode node) {
    var words = new StringBuilder();
    collect(node, words);
    return words.toString().strip();
  }

  private static void collect(JsonNode node, StringBuilder words) {
    var type = node.path("type").asText();
    if (type.equals("text")) {
      words.append(node.path("text").asText());
    } else if (type.equals("hardBreak")) {
      words.append('\n');
    }
    node.path("content").forEach(child -> collect(child, words));
    if (BLOCKS.contains(type)) {
      words.append('\n');
    }
  }
}
