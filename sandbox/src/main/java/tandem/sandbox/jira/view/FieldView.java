package tandem.sandbox.jira.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.field.Field;
import tandem.sandbox.jira.field.IssueType;
import tandem.sandbox.jira.field.Priority;
import tandem.sandbox.jira.field.Status;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.SiteStore;

/** A field's value in an issue of REST v3. An empty field is null; labels are an empty list. */
final class FieldView {
  private final SiteStore store;
  private final Address address;
  private final PersonView people;
  private final SchemeView scheme;
  private final CommentView comments;

  FieldView(SiteStore store, Address address) {
    this.store = store;
    this.address = address;
    this.people = new PersonView(store, address);
    this.scheme = new SchemeView(people, address);
    this.comments = new CommentView(people, address);
  }

  JsonNode of(Field field, Issue issue) {
    var stored = issue.field(field.id());
    return switch (field.kind()) {
      case TEXT, RICH_TEXT, DATE, NUMBER, SPRINTS ->
          stored.isMissingNode() ? NullNode.getInstance() : stored;
      case LABELS -> Json.tree(issue.labels());
      case USER -> people.of(stored.asText());
      case PRIORITY -> orNull(Priority.find(stored.asText()).map(scheme::of));
      case ISSUE_TYPE -> orNull(IssueType.find(stored.asText()).map(scheme::of));
      case STATUS -> orNull(Status.find(stored.asText()).map(scheme::of));
      case PROJECT -> orNull(store.project(issue.ref().projectId()).map(scheme::brief));
      case PARENT -> orNull(store.issue(stored.asText()).map(this::parent));
      case TIME ->
          orNull(IssueTimes.of(issue, field.id()).map(at -> TextNode.valueOf(Times.text(at))));
      case SECURITY ->
          stored.isMissingNode() ? NullNode.getInstance() : scheme.level(stored.asText());
      case COMMENTS -> comments.page(issue);
    };
  }

  private JsonNode parent(Issue issue) {
    var json = Json.object().put("id", issue.id()).put("key", issue.key());
    json.put("self", address.rest("issue/" + issue.id()));
    var fields = json.putObject("fields");
    for (String id : new String[] {"summary", "status", "priority", "issuetype"}) {
      fields.set(id, of(Field.find(id).orElseThrow(), issue));
    }
    return json;
  }

  private static JsonNode orNull(Optional<? extends JsonNode> node) {
    return node.<JsonNode>map(n -> n).orElse(NullNode.getInstance());
  }
}
