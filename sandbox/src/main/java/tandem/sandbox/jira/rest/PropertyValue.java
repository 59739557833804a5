package tandem.sandbox.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tandem.sandbox.http.Json;
import tandem.sandbox.http.Reply;

/**
 * Entity properties, wherever they hang: a key of 1 to 255, a JSON value of up to 32,768
 * characters.
 */
final class PropertyValue {
  private static final int LONGEST_KEY = 255;
  private static final int LONGEST_VALUE = 32_768;

  private PropertyValue() {}

  static String key(Visit visit) {
    var key = visit.name("propertyKey");
    if (key.length() > LONGEST_KEY) {
      throw Errors.refusal(400, "The property key must not exceed 255 characters.");
    }
    return key;
  }

  /** The body of a PUT. */
  static JsonNode value(Visit visit) {
    var body = visit.call().body();
    if (body.length == 0) {
      throw Errors.refusal(400, "The property value cannot be empty.");
    }
    var value = visit.call().json();
    if (new String(body, StandardCharsets.UTF_8).length() > LONGEST_VALUE) {
      throw Errors.refusal(400, "The property value must not exceed 32768 characters.");
    }
    return value;
  }

  static Reply keys(Set<String> keys, String self) {
    var answer = Json.object();
    var list = answer.putArray("keys");
    keys.forEach(key -> list.addObject().put("self", self + "/" + key).put("key", key));
    return Reply.json(answer);
  }

  static ObjectNode shown(String key, JsonNode value) {
    var json = Json.object().put("key", key);
    json.set("value", value);
    return json;
  }

  static Reply none(String key) {
    return Errors.reply(404, "The property with key '" + key + "' does not exist.");
  }

  /** 201 for a new property, 200 for a changed one; the body is empty JSON ([spec]). */
  static Reply written(boolean created) {
    return Reply.json(created ? 201 : 200, Json.object());
  }
}
