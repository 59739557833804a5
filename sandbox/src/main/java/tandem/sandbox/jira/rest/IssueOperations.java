package tandem.sandbox.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tandem.sandbox.http.Json;
import tandem.sandbox.http.Refusal;
import tandem.sandbox.http.Reply;
import tandem.sandbox.jira.field.FieldInput;
import tandem.sandbox.jira.field.Status;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.Project;
import tandem.sandbox.jira.state.SiteEvent;
import tandem.sandbox.jira.view.Wanted;

/** Issues: create, read, edit, delete, transitions, changelog. */
final class IssueOperations {
  private static final int MOST_AT_ONCE = 50;
  private final Site site;
  private final FieldInput input;

  IssueOperations(Site site) {
    this.site = site;
    this.input = new FieldInput(site.store());
  }

  void register(RestRoutes routes) {
    routes
        .add("POST", "issue", this::create)
        .add("POST", "issue/bulk", this::createMany)
        .add("GET", "issue/{issueIdOrKey}", this::read)
        .add("PUT", "issue/{issueIdOrKey}", this::edit)
        .add("DELETE", "issue/{issueIdOrKey}", this::delete)
        .add("GET", "issue/{issueIdOrKey}/transitions", this::transitions)
        .add("POST", "issue/{issueIdOrKey}/transitions", this::transition)
        .add("GET", "issue/{issueIdOrKey}/changelog", this::changelog);
  }

  private Reply create(Visit visit) {
    return Reply.json(201, created(visit.writing(), visit.object()));
  }

  /** 201 when at least one was created, 400 when none was; errors stand beside them ([spec]). */
  private Reply createMany(Visit visit) {
    var drafts = visit.writing().object().path("issueUpdates");
    if (drafts.size() < 1 || drafts.size() > MOST_AT_ONCE) {
      throw Errors.refusal(400, "Between 1 and 50 issues may be created at once.");
    }
    var answer = Json.object();
    var issues = answer.putArray("issues");
    var errors = answer.putArray("errors");
    for (int i = 0; i < drafts.size(); i++) {
      try {
        issues.add(created(visit, drafts.get(i)));
      } catch (Refusal refusal) {
        var error = errors.addObject().put("status", refusal.reply().status());
        error.set("elementErrors", Json.parse(refusal.reply().body()));
        error.put("failedElementNumber", i);
      }
    }
    return Reply.json(issues.isEmpty() ? 400 : 201, answer);
  }

  private ObjectNode created(Visit visit, JsonNode body) {
    var draft = IssueInput.read(body, input);
    var project = project(body);
    var fields = draft.forNew();
    required(fields);
    var properties = IssueInput.properties(body);
    var issue = site.desks().issues().create(project, fields, properties, visit.cause());
    draft.comments().forEach(c -> site.desks().annex().comment(issue.id(), c, visit.cause()));
    return Json.object()
        .put("id", issue.id())
        .put("key", issue.key())
        .put("self", site.views().address().rest("issue/" + issue.id()));
  }

  private Project project(JsonNode body) {
    var given = body.at("/fields/project");
    var id = given.hasNonNull("id") ? given.get("id") : given.path("key");
    return site.store()
        .project(id.asText())
        .orElseThrow(() -> Errors.fields(Map.of("project", "Specify a valid project ID or key")));
  }

  private static void required(Map<String, JsonNode> fields) {
    var errors = new LinkedHashMap<String, String>();
    if (!fields.containsKey("summary")) {
      errors.put("summary", "You must specify a summary of the issue.");
    }
    if (!fields.containsKey("issuetype")) {
      errors.put("issuetype", "Specify an issue type");
    }
    if (!errors.isEmpty()) {
      throw Errors.fields(errors);
    }
  }

  private Reply read(Visit visit) {
    return Reply.json(shown(site.issue(visit), visit));
  }

  private ObjectNode shown(Issue issue, Visit visit) {
    var wanted = new Wanted(visit.list("fields"), visit.list("expand"), visit.list("properties"));
    return site.views().issues().of(issue, wanted);
  }

  /**
   * The description says that {@code notifyUsers=false} without the right to administer has the
   * request "ignored"; here that is meant literally: 204, and nothing is written (*assumed*).
   */
  private Reply edit(Visit visit) {
    var issue = site.issue(visit.writing());
    boolean admin = visit.person().canAdminister();
    if (!admin && (visit.flag("overrideScreenSecurity") || visit.flag("overrideEditableFlag"))) {
      throw Errors.refusal(403, "Only an administrator may override screens and editability.");
    }
    refuseIfFrozen(issue, visit.object());
    var edit = IssueInput.read(visit.object(), input);
    if (admin || visit.call().query("notifyUsers").filter("false"::equals).isEmpty()) {
      apply(issue, edit, visit);
      properties(issue, visit);
    }
    return visit.flag("returnIssue") ? read(visit) : Reply.empty(204);
  }

  /** A 400 for each field that may not be edited ([spec]); the text is [2nd]. */
  private void refuseIfFrozen(Issue issue, JsonNode body) {
    if (site.store().isFrozen(issue)) {
      var errors = new LinkedHashMap<String, String>();
      List.of("fields", "update")
          .forEach(part ->
              body.path(part)
                  .fieldNames()
                  .forEachRemaining(name ->
                      errors.put(
                          name,
                          "Field '"
                              + name
                              + "' cannot be set. It is not on the appropriate screen, or"
                              + " unknown.")));
      throw Errors.fields(errors);
    }
  }

  private void apply(Issue issue, IssueInput edit, Visit visit) {
    site.desks().issues().edit(issue.id(), edit::changeOf, visit.cause());
    edit.comments().forEach(body -> site.desks().annex().comment(issue.id(), body, visit.cause()));
  }

  private void properties(Issue issue, Visit visit) {
    IssueInput.properties(visit.object())
        .forEach((key, value) ->
            site.desks()
                .annex()
                .setProperty(issue.id(), new SiteEvent.Property(key, value), visit.cause()));
  }

  /** Refused while there are subtasks, unless {@code deleteSubtasks=true} ([spec]). */
  private Reply delete(Visit visit) {
    var issue = site.issue(visit.writing());
    var children = children(issue);
    if (!children.isEmpty() && !visit.flag("deleteSubtasks")) {
      throw Errors.refusal(
          400, "The issue has subtasks. Use the 'deleteSubtasks' parameter to delete them too.");
    }
    children.forEach(child -> site.desks().issues().delete(child, visit.cause()));
    site.desks().issues().delete(issue, visit.cause());
    return Reply.empty(204);
  }

  private List<Issue> children(Issue issue) {
    return site.store().issues().stream()
        .filter(i -> i.field("parent").asText().equals(issue.id()))
        .filter(i -> i.field("issuetype").asText().equals("10007"))
        .toList();
  }

  private Reply transitions(Visit visit) {
    site.issue(visit);
    var answer = Json.object().put("expand", "transitions");
    var list = answer.putArray("transitions");
    Status.ALL.forEach(status -> list.add(site.views().issues().scheme().transitionTo(status)));
    return Reply.json(answer);
  }

  private Reply transition(Visit visit) {
    var issue = site.issue(visit.writing());
    var body = visit.object();
    var id = body.at("/transition/id").asText();
    var to =
        Status.after(id)
            .orElseThrow(() ->
                Errors.refusal(400, "Transition id '" + id + "' is not valid for this issue."));
    var edit = IssueInput.read(body, input);
    site.desks().issues().transition(issue.id(), to, visit.cause());
    apply(issue, edit, visit);
    return Reply.empty(204);
  }

  private Reply changelog(Visit visit) {
    var histories =
        site.issue(visit).annex().histories().stream()
            .map(site.views().issues().changelog()::of)
            .toList();
    return Reply.json(site.page(visit, histories, 100, 100));
  }
}
