package tandem.sandbox.jira.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.field.Field;
import tandem.sandbox.jira.field.IssueType;
import tandem.sandbox.jira.field.Priority;
import tandem.sandbox.jira.field.Status;
import tandem.sandbox.jira.state.Project;

/** What the site is set up with: projects, types, statuses, priorities, fields. */
public final class SchemeView {
  private final PersonView people;
  private final Address address;

  public SchemeView(PersonView people, Address address) {
    this.people = people;
    this.address = address;
  }

  public ObjectNode of(IssueType type) {
    return Json.object()
        .put("self", address.rest("issuetype/" + type.id()))
        .put("id", type.id())
        .put("description", type.description())
        .put("iconUrl", address.picture("type/" + type.id()))
        .put("name", type.name())
        .put("subtask", type.subtask())
        .put("avatarId", 10_300 + Long.parseLong(type.id()) % 10)
        .put("hierarchyLevel", type.level());
  }

  public ObjectNode of(Status status) {
    var json =
        Json.object()
            .put("self", address.rest("status/" + status.id()))
            .put("description", "")
            .put("iconUrl", address.picture("status/" + status.id()))
            .put("name", status.name())
            .put("id", status.id());
    json.set("statusCategory", of(status.category()));
    return json;
  }

  public ObjectNode of(Status.Category category) {
    return Json.object()
        .put("self", address.rest("statuscategory/" + category.id()))
        .put("id", category.id())
        .put("key", category.key())
        .put("colorName", category.color())
        .put("name", category.label());
  }

  /** The transition that leads to this status from anywhere. */
  public ObjectNode transitionTo(Status status) {
    var json =
        Json.object()
            .put("id", status.transition())
            .put("name", status.name())
            .put("hasScreen", false)
            .put("isGlobal", true)
            .put("isInitial", false)
            .put("isAvailable", true)
            .put("isConditional", false)
            .put("looped", false);
    json.set("to", of(status));
    return json;
  }

  public ObjectNode of(Priority priority) {
    return Json.object()
        .put("self", address.rest("priority/" + priority.id()))
        .put("iconUrl", address.picture("priority/" + priority.id()))
        .put("name", priority.name())
        .put("id", priority.id());
  }

  /** A project as an issue shows it. */
  public ObjectNode brief(Project project) {
    var json =
        Json.object()
            .put("self", address.rest("project/" + project.id()))
            .put("id", project.id())
            .put("key", project.key())
            .put("name", project.name())
            .put("projectTypeKey", "software")
            .put("simplified", false);
    json.set("avatarUrls", people.pictures("project/" + project.id()));
    return json;
  }

  /** A project as it is listed. */
  public ObjectNode listed(Project project) {
    var json = brief(project);
    json.put("expand", "description,lead,issueTypes,url,projectKeys,permissions,insight")
        .put("style", "classic")
        .put("isPrivate", false);
    json.putObject("properties");
    return json;
  }

  /** A project by itself. */
  public ObjectNode whole(Project project) {
    var json = listed(project);
    json.put("description", "").put("assigneeType", "UNASSIGNED");
    json.set("lead", people.of(project.lead()));
    var types = json.putArray("issueTypes");
    IssueType.ALL.forEach(type -> types.add(of(type)));
    json.putArray("components");
    json.putArray("versions");
    json.putObject("roles");
    return json;
  }

  public ObjectNode of(Field field) {
    var json =
        Json.object()
            .put("id", field.id())
            .put("key", field.id())
            .put("name", field.name())
            .put("custom", field.custom())
            .put("orderable", field.editable())
            .put("navigable", field.navigable())
            .put("searchable", true);
    json.putArray("clauseNames").add(clause(field));
    json.set("schema", schema(field));
    return json;
  }

  public ObjectNode schema(Field field) {
    var json = Json.object().put("type", field.kind().type());
    if (!field.kind().items().isEmpty()) {
      json.put("items", field.kind().items());
    }
    if (field.custom()) {
      json.put("custom", custom(field));
      json.put("customId", Long.parseLong(field.id().substring("customfield_".length())));
    } else {
      json.put("system", field.id());
    }
    return json;
  }

  /** The types of Jira's own custom fields; those of boards as public field lists show them. */
  private static String custom(Field field) {
    return switch (field.kind()) {
      case NUMBER -> "com.pyxis.greenhopper.jira:jsw-story-points";
      case SPRINTS -> "com.pyxis.greenhopper.jira:gh-sprint";
      default -> "com.atlassian.jira.plugin.system.customfieldtypes:textfield";
    };
  }

  /** A level of issue security; its shape is *assumed*. */
  public ObjectNode level(String id) {
    return Json.object()
        .put("self", address.rest("securitylevel/" + id))
        .put("id", id)
        .put("name", "Internal")
        .put("description", "");
  }

  private static String clause(Field field) {
    return field.custom()
        ? "cf[" + field.id().substring("customfield_".length()) + "]"
        : field.id();
  }
}
