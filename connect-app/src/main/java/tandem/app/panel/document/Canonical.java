package tandem.app.panel.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** JSON with its members in order and its numbers in one form. */
final class Canonical {
  private static final double EXACT = 1e15;

  private final StringBuilder out = new StringBuilder();

  private Canonical() {}

  static String text(JsonNode value) {
    Canonical canonical = new Canonical();
    canonical.write(value);
    return canonical.out.toString();
  }

  private void write(JsonNode value) {
    switch (value.getNodeType()) {
      case OBJECT -> object(value);
      case ARRAY -> array(value);
      case NUMBER -> out.append(number(value));
      case STRING, BOOLEAN, NULL, BINARY, POJO, MISSING -> out.append(value);
    }
  }

  private void object(JsonNode value) {
    Map<String, JsonNode> members = new TreeMap<>();
    value.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    out.append('{');
    members.forEach((name, member) -> {
      out.append(TextNode.valueOf(name)).append(':');
      write(member);
      out.append(',');
    });
    out.append('}');
  }

  private void array(JsonNode value) {
    out.append('[');
    value.forEach(element -> {
      write(element);
      out.append(',');
    });
    out.append(']');
  }

  /** 100, 100.0 and 1e2 are one number; a tracker may write it in any of these forms. */
  private static String number(JsonNode value) {
    if (value.isIntegralNumber()) {
      BigInteger whole = value.bigIntegerValue();
      return whole.toString();
    }
    double number = value.doubleValue();
    return Math.rint(number) == number && Math.abs(number) < EXACT
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
