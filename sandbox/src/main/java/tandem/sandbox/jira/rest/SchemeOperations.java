package tandem.sandbox.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import tandem.sandbox.http.Json;
import tandem.sandbox.http.Refusal;
import tandem.sandbox.http.Reply;
import tandem.sandbox.jira.field.Field;
import tandem.sandbox.jira.field.IssueType;
import tandem.sandbox.jira.field.Priority;
import tandem.sandbox.jira.field.Status;
import tandem.sandbox.jira.state.Project;
import tandem.sandbox.jira.view.SchemeView;

/** What the site is set up with: projects, types, statuses, priorities, fields, labels. */
final class SchemeOperations {
  private static final String CREATE = "issue/createmeta/{projectIdOrKey}/issuetypes";
  private final Site site;

  SchemeOperations(Site site) {
    this.site = site;
  }

  void register(RestRoutes routes) {
    routes
        .add("GET", "field", visit -> Reply.json(fields()))
        .add("GET", "field/search", this::searchFields)
        .add("GET", "label", this::labels)
        .add(
            "GET",
            "status",
            visit -> Reply.json(all(Status.ALL.stream().map(scheme()::of).toList())))
        .add("GET", "status/{idOrName}", this::status)
        .add("GET", "statuscategory", visit -> Reply.json(categories()))
        .add("GET", "issuetype", visit -> Reply.json(types()))
        .add("GET", "issuetype/{id}", this::type)
        .add(
            "GET",
            "priority",
            visit -> Reply.json(all(Priority.ALL.stream().map(scheme()::of).toList())))
        .add("GET", "project", this::listProjects)
        .add("GET", "project/search", this::searchProjects)
        .add("GET", "project/{projectIdOrKey}", this::project)
        .add("GET", "project/{projectIdOrKey}/statuses", this::projectStatuses)
        .add("GET", CREATE, this::createTypes)
        .add("GET", CREATE + "/{issueTypeId}", this::createFields);
  }

  private SchemeView scheme() {
    return site.views().issues().scheme();
  }

  private static JsonNode all(List<? extends JsonNode> nodes) {
    return Json.array().addAll(nodes);
  }

  private JsonNode fields() {
    return all(Field.ALL.stream().map(scheme()::of).toList());
  }

  private Reply searchFields(Visit visit) {
    var query = visit.call().query("query").orElse("").toLowerCase(Locale.ROOT);
    var ids = visit.list("id");
    var types = visit.list("type");
    var found = new ArrayList<JsonNode>();
    for (Field field : Field.ALL) {
      boolean typed = types.isEmpty() || types.contains(field.custom() ? "custom" : "system");
      boolean named = ids.isEmpty() || ids.contains(field.id());
      if (typed && named && field.name().toLowerCase(Locale.ROOT).contains(query)) {
        var json = Json.object().put("id", field.id()).put("name", field.name());
        json.put("key", field.id());
        json.set("schema", scheme().schema(field));
        found.add(json);
      }
    }
    return Reply.json(site.page(visit, found, 50, 100));
  }

  /** Labels that some issue carries, in order. */
  private Reply labels(Visit visit) {
    var labels = new TreeSet<String>();
    site.store().issues().forEach(issue -> labels.addAll(issue.labels()));
    var nodes = labels.stream().map(TextNode::valueOf).toList();
    return Reply.json(site.page(visit, nodes, 1_000, 1_000));
  }

  private Reply status(Visit visit) {
    return one(Status.find(visit.name("idOrName")).map(scheme()::of), "status");
  }

  private Reply type(Visit visit) {
    return one(IssueType.find(visit.name("id")).map(scheme()::of), "issue type");
  }

  private static Reply one(Optional<ObjectNode> found, String what) {
    return found
        .map(Reply::json)
        .orElseThrow(() -> Errors.refusal(404, "The " + what + " was not found."));
  }

  private JsonNode categories() {
    return all(List.of(Status.Category.values()).stream().map(scheme()::of).toList());
  }

  private JsonNode types() {
    return all(IssueType.ALL.stream().map(scheme()::of).toList());
  }

  private Reply listProjects(Visit visit) {
    return Reply.json(all(site.store().projects().stream().map(scheme()::listed).toList()));
  }

  private Reply searchProjects(Visit visit) {
    var query = visit.call().query("query").orElse("").toLowerCase(Locale.ROOT);
    var keys = visit.list("keys");
    var ids = visit.list("id");
    var found =
        site.store().projects().stream()
            .filter(p -> keys.isEmpty() || keys.contains(p.key()))
            .filter(p -> ids.isEmpty() || ids.contains(p.id()))
            .filter(p -> (p.key() + " " + p.name()).toLowerCase(Locale.ROOT).contains(query))
            .map(p -> shown(p, visit))
            .toList();
    return Reply.json(site.page(visit, found, 50, 100));
  }

  private ObjectNode shown(Project project, Visit visit) {
    var json = scheme().listed(project);
    if (visit.list("expand").contains("lead")) {
      json.set("lead", site.views().people().of(project.lead()));
    }
    if (visit.list("expand").contains("issueTypes")) {
      json.set("issueTypes", types());
    }
    return json;
  }

  private Project found(Visit visit) {
    var given = visit.name("projectIdOrKey");
    return site.store().project(given).orElseThrow(() -> noProject(given));
  }

  private static Refusal noProject(String given) {
    return Errors.refusal(404, "No project could be found with key '" + given + "'.");
  }

  private Reply project(Visit visit) {
    return Reply.json(scheme().whole(found(visit)));
  }

  private Reply projectStatuses(Visit visit) {
    found(visit);
    var answer = Json.array();
    for (IssueType type : IssueType.ALL) {
      var json = answer.addObject();
      json.put("self", site.views().address().rest("issuetype/" + type.id()))
          .put("id", type.id())
          .put("name", type.name())
          .put("subtask", type.subtask());
      var statuses = json.putArray("statuses");
      Status.ALL.forEach(status -> statuses.add(scheme().of(status)));
    }
    return Reply.json(answer);
  }

  private Reply createTypes(Visit visit) {
    found(visit);
    var answer = Json.object();
    answer.put("startAt", 0).put("maxResults", 50).put("total", IssueType.ALL.size());
    answer.set("issueTypes", types());
    return Reply.json(answer);
  }

  private Reply createFields(Visit visit) {
    found(visit);
    var answer = Json.object();
    var list = answer.putArray("fields");
    Field.ALL.stream().filter(Field::editable).forEach(field -> list.add(creatable(field)));
    answer.put("startAt", 0).put("maxResults", 50).put("total", list.size());
    return Reply.json(answer);
  }

  private ObjectNode creatable(Field field) {
    boolean required = field.id().equals("summary") || field.id().equals("issuetype");
    var json =
        Json.object()
            .put("required", required)
            .put("name", field.name())
            .put("key", field.id())
            .put("fieldId", field.id())
            .put("hasDefaultValue", false);
    json.set("schema", scheme().schema(field));
    var operations = json.putArray("operations").add("set");
    if (field.kind() == Field.Kind.LABELS) {
      operations.add("add").add("remove");
    }
    return json;
  }
}
