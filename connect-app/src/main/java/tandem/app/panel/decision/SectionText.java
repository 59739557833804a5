package tandem.app.panel.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tandem.app.panel.document.PropertyText;
import tandem.sync.document.DecisionJson;
import tandem.sync.document.Passages;
import tandem.sync.model.Decision;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.model.Topic;

/** A section of a decision as one text, and the other way round. */
final class SectionText {
  private SectionText() {}

  /** What the first section of a topic says, Markdown; "" where there is none. */
  static String of(Decision decision, Topic topic) {
    return text(decision.body(topic));
  }

  private static String text(List<Passage> body) {
    StringBuilder text = new StringBuilder();
    boolean afterItem = false;
    for (Passage passage : body) {
      if (!text.isEmpty()) {
        text.append(afterItem && isItem(passage) ? "\n" : "\n\n");
      }
      text.append(withoutLineEnds(passage.written()));
      afterItem = isItem(passage);
    }
    return text.toString();
  }

  private static boolean isItem(Passage passage) {
    return passage.meaning().startsWith("\\bullet{") || passage.meaning().startsWith("\\numbered{");
  }

  private static String withoutLineEnds(String written) {
    int end = written.length();
    while (end > 0 && (written.charAt(end - 1) == '\n' || written.charAt(end - 1) == '\r')) {
      end--;
    }
    return written.substring(0, end);
  }

  /** The decision with another text in a section; one without text is taken away. */
  static Decision put(Decision decision, Topic topic, String text) {
    return put(decision, topic, Passages.blocks(text));
  }

  static Decision put(Decision decision, Topic topic, List<Passage> body) {
    Section.Key key = Section.Key.of(topic);
    List<Section> sections = new ArrayList<>();
    for (Section section : decision.sections()) {
      if (!section.key().equals(key)) {
        sections.add(section);
      } else if (!body.isEmpty()) {
        sections.add(new Section(key, section.heading(), body));
      }
    }
    if (decision.section(key).isEmpty() && !body.isEmpty()) {
      sections.add(place(sections, topic), new Section(key, heading(decision, topic), body));
    }
    return decision.withSections(sections);
  }

  /** Before the first section that comes later in the order of the topics. */
  private static int place(List<Section> sections, Topic topic) {
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).key().topic().compareTo(topic) > 0) {
        return i;
      }
    }
    return sections.size();
  }

  /** The heading as reading gives it to a section that has none of its own. */
  private static Passage heading(Decision decision, Topic topic) {
    ObjectNode tree = PropertyText.object().put("v", 1);
    String name = topic.name().toLowerCase(Locale.ROOT);
    tree.putArray("sections").addObject().put("topic", name).putArray("body").add("x");
    return switch (DecisionJson.read(decision.id(), tree.toString())) {
      case DecisionJson.Read read -> read.decision().sections().getFirst().heading();
      case DecisionJson.Refused(String why) -> throw new IllegalStateException(why);
    };
  }
}
