package tandem.sync.document;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tandem.sync.model.Fact;
import tandem.sync.model.Topic;

/** The JSON of a decision as a tree, and the names in it. */
final class PropertyTree {
  static final int VERSION = 1;

  private static final int DEEPEST = 32;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PropertyTree() {}

  static ObjectNode empty() {
    return MAPPER.createObjectNode();
  }

  /** Empty where the text is no JSON, or no object. */
  static Optional<ObjectNode> parse(String json) {
    try {
      return MAPPER.readValue(json, JsonNode.class) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  static String text(ObjectNode tree) {
    try {
      return MAPPER.writeValueAsString(tree);
    } catch (JacksonException impossible) {
      throw new IllegalStateException("a JSON tree can always be written", impossible);
    }
  }

  static Optional<Instant> time(ObjectNode tree, String field) {
    try {
      return tree.path(field).isTextual()
          ? Optional.of(Instant.parse(tree.path(field).textValue()))
          : Optional.empty();
    } catch (DateTimeException notTime) {
      return Optional.empty();
    }
  }

  /** {@code decidedBy}. */
  static String name(Fact fact) {
    String[] words = fact.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
    }
    return name.toString();
  }

  /** {@code front_matter}. */
  static String name(Topic topic) {
    return topic.name().toLowerCase(Locale.ROOT);
  }

  static Optional<Topic> topic(String name) {
    return Arrays.stream(Topic.values()).filter(topic -> name(topic).equals(name)).findFirst();
  }
}
