package tandem.sync.jira;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Jira's JSON, read within bounds: a value from outside is either what we expect or absent. */
final class JiraJson {
  private static final int DEEPEST = 64;
  private static final int LONGEST_STRING = 1 << 20;
  private static final int MOST_LABELS = 1_000;
  private static final int LONGEST_LABEL = 255;

  /** Jira writes {@code 2026-11-20T07:42:34.123+0000}; ISO 8601 wants a colon in the offset. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT);

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEEPEST)
                      .maxStringLength(LONGEST_STRING)
                      .build())
              .build());

  private JiraJson() {}

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

  /** The array that {@code body} is; empty where it is no JSON, or no array. */
  static Optional<ArrayNode> array(byte[] body) {
    try {
      return MAPPER.readTree(body) instanceof ArrayNode array
          ? Optional.of(array)
          : Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  static ObjectNode newObject() {
    return MAPPER.createObjectNode();
  }

  static byte[] bytes(ObjectNode body) {
    try {
      return MAPPER.writeValueAsBytes(body);
    } catch (JacksonException impossible) {
      throw new IllegalStateException("a JSON tree can always be written", impossible);
    }
  }

  /** The text at a JSON pointer, empty where there is none; numbers are not text. */
  static Optional<String> text(JsonNode node, String pointer) {
    JsonNode value = node.at(pointer);
    return value.isTextual() && !value.textValue().isEmpty()
        ? Optional.of(value.textValue())
        : Optional.empty();
  }

  /** An id at a JSON pointer: digits, written as text or (in webhooks) as a number. */
  static Optional<String> id(JsonNode node, String pointer) {
    JsonNode value = node.at(pointer);
    String digits = value.isIntegralNumber() ? value.asText() : text(node, pointer).orElse("");
    return JiraIds.isNumeric(digits) ? Optional.of(digits) : Optional.empty();
  }

  static Optional<Instant> time(JsonNode node, String pointer) {
    return text(node, pointer).flatMap(JiraJson::instant);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, TIME).toInstant());
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  /** Labels; empty where this is no list of them, or an unbelievable one. */
  static Optional<Set<String>> labels(JsonNode list) {
    if (!list.isArray() || list.size() > MOST_LABELS) {
      return Optional.empty();
    }
    Set<String> labels = new LinkedHashSet<>();
    for (JsonNode label : list) {
      if (!label.isTextual() || label.textValue().length() > LONGEST_LABEL) {
        return Optional.empty();
      }
      labels.add(label.textValue());
    }
    return Optional.of(labels);
  }
}
