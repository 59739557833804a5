package tandem.sandbox.jira.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.state.SiteStore;

/**
 * Turns what a caller sent for a field into its stored form, or throws a {@link FieldError}. JSON
 * null empties a field. The texts of the errors are *assumed*.
 */
public final class FieldInput {
  private static final int LONGEST_LINE = 255;
  private static final int LONGEST_TEXT = 32_767;
  private final SiteStore store;

  public FieldInput(SiteStore store) {
    this.store = store;
  }

  /** The stored form; a missing node when the field is emptied. */
  public JsonNode stored(Field field, JsonNode input) {
    if (input.isNull()) {
      return emptied(field);
    }
    return switch (field.kind()) {
      case TEXT -> line(field, input);
      case RICH_TEXT -> document(field, input);
      case LABELS -> labels(input);
      case USER -> user(field, input);
      case PRIORITY -> named(field, input, t -> Priority.find(t).map(Priority::id));
      case ISSUE_TYPE -> named(field, input, t -> IssueType.find(t).map(IssueType::id));
      case STATUS -> named(field, input, t -> Status.find(t).map(Status::id));
      case PARENT -> parent(field, input);
      case DATE -> date(field, input);
      case NUMBER -> number(field, input);
      case PROJECT, TIME, COMMENTS, SPRINTS, SECURITY ->
          throw new FieldError(field.id(), notSettable(field.id()));
    };
  }

  /** Jira's words for a field that does not exist or may not be set. */
  public static String notSettable(String field) {
    return "Field '" + field + "' cannot be set. It is not on the appropriate screen, or unknown.";
  }

  /** One label, checked as Jira does: no spaces, at most 255 characters. */
  public static JsonNode label(JsonNode input) {
    if (!input.isTextual() || input.asText().isBlank()) {
      throw new FieldError("labels", "Each label must be a string that is not empty.");
    }
    if (input.asText().chars().anyMatch(Character::isWhitespace)) {
      throw new FieldError(
          "labels", "The label '" + input.asText() + "' contains spaces which is invalid.");
    }
    if (input.asText().length() > LONGEST_LINE) {
      throw new FieldError("labels", "A label must not exceed 255 characters.");
    }
    return input;
  }

  private static JsonNode emptied(Field field) {
    if (field.id().equals("summary")) {
      throw new FieldError("summary", "You must specify a summary of the issue.");
    }
    if (field.kind() == Field.Kind.ISSUE_TYPE) {
      throw new FieldError(field.id(), "Specify an issue type");
    }
    return MissingNode.getInstance();
  }

  private static JsonNode line(Field field, JsonNode input) {
    if (!input.isTextual()) {
      throw new FieldError(field.id(), "Operation value must be a string");
    }
    if (input.asText().isBlank()) {
      return emptied(field);
    }
    if (input.asText().length() > LONGEST_LINE || input.asText().contains("\n")) {
      throw new FieldError(
          field.id(), field.name() + " must be one line of at most 255 characters.");
    }
    return input;
  }

  /** REST v3 takes ADF for rich text; a plain string is refused ([spec], the 400 *assumed*). */
  private static JsonNode document(Field field, JsonNode input) {
    if (!Adf.isDocument(input)) {
      throw new FieldError(
          field.id(),
          "Operation value must be an Atlassian Document (see the Atlassian Document Format)");
    }
    if (Adf.text(input).length() > LONGEST_TEXT) {
      throw new FieldError(field.id(), "The entered text is too long: at most 32767 characters.");
    }
    return input.deepCopy();
  }

  private static JsonNode labels(JsonNode input) {
    if (!input.isArray()) {
      throw new FieldError("labels", "Operation value must be an array of strings");
    }
    var sorted = new TreeSet<String>();
    input.forEach(label -> sorted.add(label(label).asText()));
    return sorted.isEmpty() ? MissingNode.getInstance() : Json.tree(sorted);
  }

  private JsonNode user(Field field, JsonNode input) {
    var id = input.hasNonNull("accountId") ? input.get("accountId") : input.path("id");
    if (id.isMissingNode() || store.person(id.asText()).isEmpty()) {
      throw new FieldError(field.id(), "Specify a valid 'accountId' for " + field.name() + ".");
    }
    return TextNode.valueOf(id.asText());
  }

  private static JsonNode named(
      Field field, JsonNode input, Function<String, Optional<String>> find) {
    var given = input.hasNonNull("id") ? input.get("id") : input.path("name");
    return find.apply(given.asText())
        .<JsonNode>map(TextNode::valueOf)
        .orElseThrow(
            () -> new FieldError(field.id(), "Specify a valid " + field.name() + " by id or name"));
  }

  private JsonNode parent(Field field, JsonNode input) {
    var given = input.hasNonNull("id") ? input.get("id") : input.path("key");
    return store
        .issue(given.asText())
        .<JsonNode>map(issue -> TextNode.valueOf(issue.id()))
        .orElseThrow(() -> new FieldError(field.id(), "Could not find issue by id or key."));
  }

  private static JsonNode date(Field field, JsonNode input) {
    try {
      return TextNode.valueOf(LocalDate.parse(input.asText()).toString());
    } catch (DateTimeParseException e) {
      throw new FieldError(
          field.id(), "Error parsing date string: " + input.asText() + " is not yyyy-MM-dd");
    }
  }

  private static JsonNode number(Field field, JsonNode input) {
    if (!input.isNumber()) {
      throw new FieldError(field.id(), "Operation value must be a number");
    }
    return input;
  }
}
