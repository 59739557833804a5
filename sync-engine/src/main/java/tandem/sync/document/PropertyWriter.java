package tandem.sync.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tandem.sync.model.Decision;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;

/** Writes the JSON of a decision over that of another one. */
final class PropertyWriter {
  private final ObjectNode tree;
  private final Decision before;
  private final Map<Section.Key, ObjectNode> sections = new HashMap<>();

  /**
   * @param previous what the tree was read as; the two have the same sections in the same order
   */
  PropertyWriter(ObjectNode tree, Decision previous) {
    this.tree = tree;
    this.before = previous;
    int at = 0;
    for (JsonNode section : tree.path("sections")) {
      if (section instanceof ObjectNode object) {
        sections.put(previous.sections().get(at).key(), object);
      }
      at++;
    }
  }

  String write(Decision decision) {
    tree.put("v", PropertyTree.VERSION);
    tree.put("title", kept(before.title(), decision.title()).written());
    tree.remove("at");
    facts(decision);
    ArrayNode written = tree.arrayNode();
    decision.sections().forEach(section -> written.add(section(section)));
    tree.set("sections", written);
    return PropertyTree.text(tree);
  }

  private void facts(Decision decision) {
    ObjectNode facts =
        tree.path("facts") instanceof ObjectNode object ? object : tree.putObject("facts");
    for (Fact fact : Fact.values()) {
      Optional<Passage> value = decision.fact(fact);
      if (value.isPresent()) {
        Passage old = before.fact(fact).orElse(Passage.NONE);
        facts.put(PropertyTree.name(fact), kept(old, value.get()).written());
      } else {
        facts.remove(PropertyTree.name(fact));
      }
    }
  }

  private ObjectNode section(Section section) {
    Optional<Section> old = before.section(section.key());
    ObjectNode node = sections.getOrDefault(section.key(), tree.objectNode());
    key(node, section.key());
    Passage heading = kept(old.map(Section::heading).orElse(Passage.NONE), section.heading());
    if (!heading.written().isEmpty()) {
      node.put("heading", heading.written());
    }
    ArrayNode body = node.putArray("body");
    Map<String, String> known = writings(old.map(Section::body).orElse(List.of()));
    section
        .body()
        .forEach(passage -> body.add(known.getOrDefault(passage.meaning(), passage.written())));
    return node;
  }

  private static void key(ObjectNode node, Section.Key key) {
    node.put("topic", PropertyTree.name(key.topic()));
    node.remove(List.of("name", "nth"));
    if (!key.name().isEmpty()) {
      node.put("name", key.name());
    }
    if (key.nth() > 0) {
      node.put("nth", key.nth());
    }
  }

  private static Passage kept(Passage old, Passage next) {
    return next.says(old) ? old : next;
  }

  private static Map<String, String> writings(List<Passage> body) {
    Map<String, String> writings = new HashMap<>();
    body.forEach(passage -> writings.putIfAbsent(passage.meaning(), passage.written()));
    return writings;
  }
}
