package tandem.app.panel.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The JSON of a property: parsed within bounds, written, and told from another by its tag. */
public final class PropertyText {
  /** What Jira keeps of a property at most, in characters of its JSON. */
  public static final int LONGEST = 32_768;

  /** The tag of a property that is not there. */
  public static final String NONE = "0";

  private static final int DEEPEST = 64;
  private static final int TAG_BYTES = 15;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .findAndAddModules()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private PropertyText() {}

  /** Empty where the bytes are no JSON, or nested more than 64 deep. */
  public static Optional<JsonNode> parse(byte[] json) {
    try {
      return Optional.ofNullable(MAPPER.readTree(json)).filter(tree -> !tree.isMissingNode());
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  /** A document as JSON. */
  public static ObjectNode tree(Record document) {
    return MAPPER.convertValue(document, ObjectNode.class);
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * Tells a stored value from another one: equal for two that hold the same, in whatever order
   * their members come and however their numbers are written.
   */
  public static String tag(Optional<JsonNode> stored) {
    return stored.map(value -> hash(Canonical.text(value))).orElse(NONE);
  }

  /** Whether two values hold the same. */
  public static boolean same(JsonNode one, JsonNode other) {
    return Canonical.text(one).equals(Canonical.text(other));
  }

  private static String hash(String text) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      byte[] some = Arrays.copyOf(all, TAG_BYTES);
      return Base64.getUrlEncoder().encodeToString(some);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
