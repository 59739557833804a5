package tandem.sync.linear;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Webhook JSON, read within bounds: a value from outside is either what we expect or absent. */
final class LinearJson {
  private static final int DEEPEST = 64;

  /** More than the largest webhook that the app takes in. */
  private static final int LONGEST_STRING = 4 << 20;

  private static final int LONGEST_ID = 64;
  private static final int MOST_LABELS = 1_000;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEEPEST)
                      .maxStringLength(LONGEST_STRING)
                      .build())
              .build());

  private LinearJson() {}

  /** The object that {@code body} is; empty where it is no JSON, or no object. */
  static Optional<ObjectNode> object(byte[] body) {
    try {
      return MAPPER.readTree(body) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  /** The text of 1 to 64 characters at a JSON pointer: an id, an identifier, an event's name. */
  static Optional<String> name(JsonNode node, String pointer) {
    JsonNode value = node.at(pointer);
    return value.isTextual() && isName(value.textValue())
        ? Optional.of(value.textValue())
        : Optional.empty();
  }

  private static boolean isName(String text) {
    return !text.isBlank() && text.length() <= LONGEST_ID;
  }

  static Optional<Instant> time(JsonNode node, String pointer) {
    try {
      return name(node, pointer).map(Instant::parse);
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  /** A list of ids; empty where it is missing, no list, or unbelievably long. */
  static Optional<Set<String>> ids(JsonNode node, String pointer) {
    JsonNode list = node.at(pointer);
    if (!list.isArray() || list.size() > MOST_LABELS) {
      return Optional.empty();
    }
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode id : list) {
      if (!id.isTextual() || !isName(id.textValue())) {
        return Optional.empty();
      }
      ids.add(id.textValue());
    }
    return Optional.of(ids);
  }
}
