package tandem.sandbox.jira.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Optional;
import tandem.sandbox.jira.state.History.Value;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.SiteStore;

/** A field's stored value as a changelog shows it. */
public final class FieldText {
  private final SiteStore store;

  public FieldText(SiteStore store) {
    this.store = store;
  }

  /** Labels have no id and stand in one text, separated by spaces; empty is an empty text. */
  public Value value(Field field, JsonNode stored) {
    if (field.kind() == Field.Kind.LABELS) {
      var labels = new ArrayList<String>();
      stored.forEach(label -> labels.add(label.asText()));
      return new Value(null, String.join(" ", labels));
    }
    if (stored.isMissingNode()) {
      return Value.NONE;
    }
    var id = stored.asText();
    return switch (field.kind()) {
      case RICH_TEXT -> new Value(null, Adf.text(stored));
      case USER -> named(id, store.person(id).map(Person::displayName));
      case PRIORITY -> named(id, Priority.find(id).map(Priority::name));
      case ISSUE_TYPE -> named(id, IssueType.find(id).map(IssueType::name));
      case STATUS -> named(id, Status.find(id).map(Status::name));
      case PARENT -> named(id, store.issue(id).map(Issue::key));
      case DATE -> new Value(id, id);
      case SPRINTS -> sprints(stored);
      case TEXT, NUMBER, TIME, COMMENTS, PROJECT, LABELS, SECURITY -> new Value(null, id);
    };
  }

  /** Ids and names, each parted by commas ([2nd]). */
  private static Value sprints(JsonNode stored) {
    var ids = new ArrayList<String>();
    var names = new ArrayList<String>();
    for (JsonNode sprint : stored) {
      ids.add(sprint.path("id").asText());
      names.add(sprint.path("name").asText());
    }
    return new Value(String.join(", ", ids), String.join(", ", names));
  }

  private static Value named(String id, Optional<String> name) {
    return new Value(id, name.orElse(id));
  }
}
