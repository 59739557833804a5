package tandem.sandbox.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import tandem.sandbox.http.Json;

/** A story's text, which is Markdown of paragraphs and bullet lists only, as a Jira document. */
final class StoryText {
  private static final String BULLET = "- ";

  private StoryText() {}

  static ObjectNode document(String text) {
    var document = Json.object().put("type", "doc").put("version", 1);
    var content = document.putArray("content");
    Stream.of(text.split("\n\n")).forEach(block -> add(content, block));
    return document;
  }

  private static void add(ArrayNode content, String block) {
    if (!block.startsWith(BULLET)) {
      paragraph(content, block);
      return;
    }
    var items = content.addObject().put("type", "bulletList").putArray("content");
    block
        .lines()
        .map(line -> line.substring(BULLET.length()))
        .forEach(
            item -> paragraph(items.addObject().put("type", "listItem").putArray("content"), item));
  }

  private static void paragraph(ArrayNode content, String words) {
    var paragraph = content.addObject().put("type", "paragraph");
    paragraph.putArray("content").addObject().put("type", "text").put("text", words);
  }
}
