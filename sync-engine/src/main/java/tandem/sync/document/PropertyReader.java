package tandem.sync.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.model.Topic;

/** Reads the JSON of a decision. */
final class PropertyReader {
  private final DecisionId id;
  private final Map<Section.Key, Integer> seen = new HashMap<>();
  private final Set<Section.Key> keys = new HashSet<>();

  PropertyReader(DecisionId id) {
    this.id = id;
  }

  /** Why a JSON object is not a decision of ours; carried up to where it becomes a value. */
  static final class NotOurs extends Exception {
    private static final long serialVersionUID = 1L;

    NotOurs(String why) {
      super(why, null, false, false);
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }

  Decision read(ObjectNode tree) throws NotOurs {
    Definitions definitions = Definitions.of(everyBody(tree));
    Passage title = definitions.line(text(tree, "title"));
    SortedMap<Fact, Passage> facts = facts(tree.path("facts"));
    List<Section> sections = new ArrayList<>();
    for (JsonNode section : array(tree, "sections")) {
      sections.add(section(section, definitions));
    }
    return new Decision(id, title, facts, sections);
  }

  private static List<String> everyBody(ObjectNode tree) throws NotOurs {
    List<String> texts = new ArrayList<>();
    for (JsonNode section : array(tree, "sections")) {
      if (!isFrontMatter(section)) {
        texts.addAll(body(section));
      }
    }
    return texts;
  }

  private static SortedMap<Fact, Passage> facts(JsonNode tree) throws NotOurs {
    if (!tree.isMissingNode() && !tree.isObject()) {
      throw new NotOurs("its \"facts\" are not a JSON object");
    }
    SortedMap<Fact, Passage> facts = new TreeMap<>();
    for (Fact fact : Fact.values()) {
      String value = text(tree, PropertyTree.name(fact));
      if (!value.isBlank()) {
        facts.put(fact, new Passage(value, Passages.line(value).meaning()));
      }
    }
    return facts;
  }

  private Section section(JsonNode tree, Definitions definitions) throws NotOurs {
    if (isFrontMatter(tree)) {
      return new Section(key(tree, Topic.FRONT_MATTER, ""), Passage.NONE, verbatim(body(tree)));
    }
    List<Passage> body = body(tree).stream().flatMap(definitions::blocks).toList();
    Headline headline = headline(tree, definitions);
    return new Section(key(tree, headline.topic(), headline.name()), headline.heading(), body);
  }

  private static Headline headline(JsonNode tree, Definitions definitions) throws NotOurs {
    String heading = text(tree, "heading");
    if (!heading.isBlank()) {
      return definitions
          .heading(heading)
          .orElseThrow(() -> new NotOurs("a section's heading is not one line of text"));
    }
    Topic topic = topic(tree);
    return switch (topic) {
      case INTRODUCTION, FRONT_MATTER -> new Headline(topic, "", Passage.NONE);
      case STATUS, CONTEXT, OPTIONS, DECISION, CONSEQUENCES, CONFIRMATION, SKIPPED, DISSENT ->
          definitions.heading("## " + topic.heading() + "\n\n").orElseThrow();
      case OTHER -> throw new NotOurs("a section has neither a heading nor a topic");
    };
  }

  private Section.Key key(JsonNode tree, Topic topic, String name) throws NotOurs {
    Section.Key first = new Section.Key(topic, name, 0);
    int counted = seen.merge(first, 1, Integer::sum) - 1;
    JsonNode nth = tree.path("nth");
    boolean told = nth.canConvertToInt() && nth.intValue() >= 0;
    Section.Key key = new Section.Key(topic, name, told ? nth.intValue() : counted);
    if (!keys.add(key)) {
      throw new NotOurs("it has the same section twice");
    }
    return key;
  }

  private static boolean isFrontMatter(JsonNode section) throws NotOurs {
    return text(section, "heading").isBlank() && topic(section) == Topic.FRONT_MATTER;
  }

  private static Topic topic(JsonNode section) throws NotOurs {
    return PropertyTree.topic(text(section, "topic")).orElse(Topic.OTHER);
  }

  private static List<Passage> verbatim(List<String> lines) {
    return lines.stream().map(FrontMatter::verbatim).toList();
  }

  private static List<String> body(JsonNode section) throws NotOurs {
    List<String> body = new ArrayList<>();
    for (JsonNode passage : array(section, "body")) {
      if (!passage.isTextual()) {
        throw new NotOurs("a paragraph in \"body\" is not a text");
      }
      body.add(passage.textValue());
    }
    return body;
  }

  private static JsonNode array(JsonNode tree, String field) throws NotOurs {
    JsonNode array = tree.path(field);
    if (!array.isMissingNode() && !array.isArray()) {
      throw new NotOurs("its \"" + field + "\" is not a list");
    }
    return array;
  }

  private static String text(JsonNode tree, String field) throws NotOurs {
    JsonNode text = tree.path(field);
    if (!text.isMissingNode() && !text.isTextual()) {
      throw new NotOurs("its \"" + field + "\" is not a text");
    }
    return text.isTextual() ? text.textValue() : "";
  }
}
