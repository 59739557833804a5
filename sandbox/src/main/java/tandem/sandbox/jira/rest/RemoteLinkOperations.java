package tandem.sandbox.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import tandem.sandbox.http.Json;
import tandem.sandbox.http.Reply;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.RemoteLink;

/**
 * Remote links. A POST with a global id that the issue has already updates that link, and whatever
 * it leaves out becomes empty ([spec]).
 */
final class RemoteLinkOperations {
  private static final String LINKS = "issue/{issueIdOrKey}/remotelink";
  private static final int LONGEST_GLOBAL_ID = 255;
  private final Site site;

  RemoteLinkOperations(Site site) {
    this.site = site;
  }

  void register(RestRoutes routes) {
    routes
        .add("GET", LINKS, this::list)
        .add("POST", LINKS, this::upsert)
        .add("DELETE", LINKS, this::deleteByGlobalId)
        .add("GET", LINKS + "/{linkId}", this::read)
        .add("PUT", LINKS + "/{linkId}", this::replace)
        .add("DELETE", LINKS + "/{linkId}", this::delete);
  }

  /** An array, or with {@code globalId} the one link ([spec]). */
  private Reply list(Visit visit) {
    var issue = site.issue(visit);
    var globalId = visit.call().query("globalId");
    if (globalId.isPresent()) {
      return Reply.json(shown(issue, named(issue, globalId.get()).orElseThrow(this::none)));
    }
    var all = Json.array();
    issue.annex().links().forEach(link -> all.add(shown(issue, link)));
    return Reply.json(all);
  }

  private Reply upsert(Visit visit) {
    var issue = site.issue(visit.writing());
    var sent = sent(visit, 0);
    var old =
        sent.globalId().isEmpty() ? Optional.<RemoteLink>empty() : named(issue, sent.globalId());
    long id = old.map(RemoteLink::id).orElse(0L);
    var kept =
        site.desks().annex().put(issue.id(), new RemoteLink(id, sent.globalId(), sent.content()));
    var answer = Json.object().put("id", kept.id()).put("self", self(issue, kept));
    return Reply.json(old.isPresent() ? 200 : 201, answer);
  }

  private Reply read(Visit visit) {
    var issue = site.issue(visit);
    return Reply.json(shown(issue, numbered(issue, visit)));
  }

  private Reply replace(Visit visit) {
    var issue = site.issue(visit.writing());
    var old = numbered(issue, visit);
    site.desks().annex().put(issue.id(), sent(visit, old.id()));
    return Reply.empty(204);
  }

  private Reply delete(Visit visit) {
    var issue = site.issue(visit.writing());
    site.desks().annex().delete(issue.id(), numbered(issue, visit));
    return Reply.empty(204);
  }

  private Reply deleteByGlobalId(Visit visit) {
    var issue = site.issue(visit.writing());
    var globalId =
        visit
            .call()
            .query("globalId")
            .orElseThrow(() -> Errors.refusal(400, "The parameter 'globalId' is missing."));
    site.desks().annex().delete(issue.id(), named(issue, globalId).orElseThrow(this::none));
    return Reply.empty(204);
  }

  private static RemoteLink sent(Visit visit, long id) {
    var body = visit.object();
    var object = body.path("object");
    if (object.path("url").asText().isEmpty() || object.path("title").asText().isEmpty()) {
      throw Errors.fields(Map.of("object", "'url' and 'title' are required."));
    }
    var globalId = body.path("globalId").asText("");
    if (globalId.length() > LONGEST_GLOBAL_ID) {
      throw Errors.fields(Map.of("globalId", "The global ID must not exceed 255 characters."));
    }
    var content = Json.object();
    for (String part : new String[] {"application", "relationship", "object"}) {
      if (body.hasNonNull(part)) {
        content.set(part, body.get(part));
      }
    }
    return new RemoteLink(id, globalId, content);
  }

  private static Optional<RemoteLink> named(Issue issue, String globalId) {
    return issue.annex().links().stream().filter(l -> l.globalId().equals(globalId)).findFirst();
  }

  private RemoteLink numbered(Issue issue, Visit visit) {
    return issue.annex().links().stream()
        .filter(link -> String.valueOf(link.id()).equals(visit.name("linkId")))
        .findFirst()
        .orElseThrow(this::none);
  }

  private RuntimeException none() {
    return Errors.refusal(404, "The remote issue link does not exist.");
  }

  private ObjectNode shown(Issue issue, RemoteLink link) {
    var json = Json.object().put("id", link.id()).put("self", self(issue, link));
    if (!link.globalId().isEmpty()) {
      json.put("globalId", link.globalId());
    }
    JsonNode application = link.content().path("application");
    json.set("application", application.isObject() ? application : Json.object());
    if (link.content().hasNonNull("relationship")) {
      json.set("relationship", link.content().get("relationship"));
    }
    json.set("object", link.content().path("object"));
    return json;
  }

  private String self(Issue issue, RemoteLink link) {
    return site.views().address().rest("issue/" + issue.id() + "/remotelink/" + link.id());
  }
}
