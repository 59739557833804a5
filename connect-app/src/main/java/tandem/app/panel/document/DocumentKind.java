package tandem.app.panel.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A kind of document that Jira keeps as one property. Pure.
 *
 * @param <D> a record that Jackson writes in the form in which {@link #read(Members)} reads it
 */
public interface DocumentKind<D extends Record> {
  int VERSION = 1;

  /** The property's key. */
  String property();

  /** A document that says nothing yet. */
  D empty();

  /**
   * Reads the members; what is missing is empty.
   *
   * @throws RuleBroken where a value is not of its type or exceeds its bounds
   */
  D read(Members members);

  /**
   * What is to be kept of what a person wants: who and when are ours to say, whatever was sent.
   *
   * @param stored what is kept now
   */
  D stamped(D stored, D wanted, Edit edit);

  /** Never throws. */
  default Parsed<D> parse(JsonNode value) {
    try {
      return new Parsed.Read<>(read(versioned(value)));
    } catch (RuleBroken broken) {
      return new Parsed.Refused<>(broken.why());
    }
  }

  private static Members versioned(JsonNode value) {
    if (!(value instanceof ObjectNode object)) {
      throw new RuleBroken("it is not a JSON object");
    }
    JsonNode version = object.path("v");
    if (!version.isIntegralNumber()) {
      throw new RuleBroken("it does not say its version, so it is not one of Tandem's");
    }
    if (!version.canConvertToInt() || version.intValue() != VERSION) {
      throw new RuleBroken("it was written by another version of Tandem than this one");
    }
    return Members.of(object);
  }
}
