package tandem.sandbox.jira.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.field.Adf;
import tandem.sandbox.jira.field.Field;
import tandem.sandbox.jira.field.Status;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.SiteStore;

/** An issue. */
public final class IssueView {
  private static final String EXPANDABLE =
      "renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations";
  private final Address address;
  private final FieldView fields;
  private final SchemeView scheme;
  private final ChangelogView changelog;
  private final CommentView comments;

  public IssueView(SiteStore store, Address address) {
    var people = new PersonView(store, address);
    this.address = address;
    this.fields = new FieldView(store, address);
    this.scheme = new SchemeView(people, address);
    this.changelog = new ChangelogView(people);
    this.comments = new CommentView(people, address);
  }

  /** REST v3. */
  public ObjectNode of(Issue issue, Wanted wanted) {
    if (wanted.idOnly() && wanted.properties().isEmpty() && wanted.expand().isEmpty()) {
      return Json.object().put("id", issue.id());
    }
    var json = head(issue);
    var shown = Json.object();
    Field.ALL.stream().filter(wanted::wants).forEach(f -> shown.set(f.id(), fields.of(f, issue)));
    json.set("fields", shown);
    if (!wanted.properties().isEmpty()) {
      json.set("properties", properties(issue, wanted));
    }
    wanted.expand().forEach(part -> expand(json, issue, part));
    return json;
  }

  /** The older shape, in webhooks: rich text is a plain string. All fields but the comments. */
  public ObjectNode v2(Issue issue) {
    var json =
        Json.object()
            .put("id", issue.id())
            .put("self", address.base() + "/rest/api/2/issue/" + issue.id())
            .put("key", issue.key());
    var shown = json.putObject("fields");
    for (Field field : Field.ALL) {
      if (field.kind() == Field.Kind.RICH_TEXT && !issue.field(field.id()).isMissingNode()) {
        shown.set(field.id(), TextNode.valueOf(Adf.text(issue.field(field.id()))));
      } else if (field.navigable()) {
        shown.set(field.id(), fields.of(field, issue));
      }
    }
    return json;
  }

  public ChangelogView changelog() {
    return changelog;
  }

  public CommentView comments() {
    return comments;
  }

  public SchemeView scheme() {
    return scheme;
  }

  private ObjectNode head(Issue issue) {
    return Json.object()
        .put("expand", EXPANDABLE)
        .put("id", issue.id())
        .put("self", address.rest("issue/" + issue.id()))
        .put("key", issue.key());
  }

  private static ObjectNode properties(Issue issue, Wanted wanted) {
    var shown = Json.object();
    issue
        .annex()
        .properties()
        .forEach((key, value) -> {
          if (wanted.properties().contains(key) || wanted.properties().contains("*all")) {
            shown.set(key, value);
          }
        });
    return shown;
  }

  private void expand(ObjectNode json, Issue issue, String part) {
    switch (part) {
      case "names" -> {
        var names = json.putObject("names");
        Field.ALL.forEach(field -> names.put(field.id(), field.name()));
      }
      case "schema" -> {
        var schemas = json.putObject("schema");
        Field.ALL.forEach(field -> schemas.set(field.id(), scheme.schema(field)));
      }
      case "transitions" -> {
        var transitions = json.putArray("transitions");
        Status.ALL.forEach(status -> transitions.add(scheme.transitionTo(status)));
      }
      case "changelog" -> json.set("changelog", changelog.expanded(issue.annex().histories()));
      default -> {
        // Jira ignores what it does not know or, here, what the site does not draw.
      }
    }
  }
}
