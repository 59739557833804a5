package tandem.sandbox.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.field.Field;
import tandem.sandbox.jira.field.FieldError;
import tandem.sandbox.jira.field.FieldInput;
import tandem.sandbox.jira.state.Issue;

/**
 * The {@code fields} and {@code update} of a create, an edit or a transition, checked before
 * anything is applied. All errors are reported together, by field.
 */
final class IssueInput {
  private static final int LONGEST_PROPERTY_KEY = 255;
  private final FieldInput input;
  private final Map<String, String> errors = new LinkedHashMap<>();
  private final Map<String, JsonNode> set = new HashMap<>();
  private final List<LabelStep> labelSteps = new ArrayList<>();
  private final List<JsonNode> comments = new ArrayList<>();

  /** One {@code add} or {@code remove} of a label, applied in order. */
  private record LabelStep(boolean add, String label) {}

  private IssueInput(FieldInput input) {
    this.input = input;
  }

  /** Reads a body; throws the 400 with what is wrong in it. */
  static IssueInput read(JsonNode body, FieldInput reader) {
    var input = new IssueInput(reader);
    body.path("fields").properties().forEach(e -> input.field(e.getKey(), e.getValue()));
    body.path("update").properties().forEach(e -> input.update(body, e.getKey(), e.getValue()));
    if (!input.errors.isEmpty()) {
      throw Errors.fields(input.errors);
    }
    return input;
  }

  /** The fields that were set, in stored form. */
  Map<String, JsonNode> fields() {
    return set;
  }

  /** The new values for an issue as it is now: labels are added and removed one by one. */
  Map<String, JsonNode> changeOf(Issue now) {
    var change = new HashMap<>(set);
    if (!labelSteps.isEmpty()) {
      change.put("labels", labels(now));
    }
    return change;
  }

  /** Labels of an issue that does not exist yet. */
  Map<String, JsonNode> forNew() {
    var fields = new HashMap<>(set);
    if (!labelSteps.isEmpty()) {
      fields.put("labels", stepped(new TreeSet<>()));
    }
    return fields;
  }

  /** Bodies of comments that the update adds. */
  List<JsonNode> comments() {
    return comments;
  }

  /** The properties of a create, checked. */
  static SortedMap<String, JsonNode> properties(JsonNode body) {
    var properties = new TreeMap<String, JsonNode>();
    for (JsonNode property : body.path("properties")) {
      var key = property.path("key").asText();
      if (key.isEmpty() || key.length() > LONGEST_PROPERTY_KEY) {
        throw Errors.refusal(400, "A property key has 1 to 255 characters.");
      }
      properties.put(key, property.path("value"));
    }
    return properties;
  }

  private void field(String id, JsonNode value) {
    if (id.equals("project")) {
      return;
    }
    attempt(() -> set.put(id, input.stored(settable(id), value)));
  }

  private void update(JsonNode body, String id, JsonNode operations) {
    if (body.path("fields").has(id)) {
      errors.put(id, "Field '" + id + "' cannot appear in both 'fields' and 'update'");
      return;
    }
    for (JsonNode operation : operations) {
      operation.properties().forEach(e -> attempt(() -> operation(id, e.getKey(), e.getValue())));
    }
  }

  private void operation(String id, String verb, JsonNode value) {
    if (id.equals("comment") && verb.equals("add")) {
      comments.add(value.path("body"));
      return;
    }
    var field = settable(id);
    boolean labels = field.kind() == Field.Kind.LABELS;
    switch (verb) {
      case "set" -> set.put(id, input.stored(field, value));
      case "add", "remove" -> {
        if (!labels) {
          throw unsupported(id, verb, "set");
        }
        var label = FieldInput.label(value).asText();
        labelSteps.add(new LabelStep(verb.equals("add"), label));
      }
      default -> throw unsupported(id, verb, labels ? "add, set, remove" : "set");
    }
  }

  private static FieldError unsupported(String id, String verb, String supported) {
    return new FieldError(
        id,
        "Field '"
            + id
            + "' does not support operation '"
            + verb
            + "'. Supported operation(s) are: '"
            + supported
            + "'");
  }

  private static Field settable(String id) {
    return Field.find(id)
        .filter(Field::editable)
        .orElseThrow(() -> new FieldError(id, FieldInput.notSettable(id)));
  }

  private void attempt(Runnable reading) {
    try {
      reading.run();
    } catch (FieldError error) {
      errors.put(error.field(), error.text());
    }
  }

  private JsonNode labels(Issue now) {
    var start = new TreeSet<String>();
    var base = set.getOrDefault("labels", now.field("labels"));
    base.forEach(label -> start.add(label.asText()));
    return stepped(start);
  }

  private JsonNode stepped(Set<String> labels) {
    for (var step : labelSteps) {
      if (step.add()) {
        labels.add(step.label());
      } else {
        labels.remove(step.label());
      }
    }
    return labels.isEmpty() ? MissingNode.getInstance() : Json.tree(labels);
  }
}
