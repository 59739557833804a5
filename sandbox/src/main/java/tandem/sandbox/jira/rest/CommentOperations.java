package tandem.sandbox.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tandem.sandbox.http.Json;
import tandem.sandbox.http.Reply;
import tandem.sandbox.jira.field.Adf;
import tandem.sandbox.jira.state.Comment;
import tandem.sandbox.jira.state.Issue;

/** Comments and their properties. A comment's body is ADF. */
final class CommentOperations {
  private static final String COMMENTS = "issue/{issueIdOrKey}/comment";
  private static final String PROPERTIES = "comment/{commentId}/properties";
  private final Site site;

  /** A comment and where it hangs. */
  private record Found(Issue issue, Comment comment) {}

  CommentOperations(Site site) {
    this.site = site;
  }

  void register(RestRoutes routes) {
    routes
        .add("GET", COMMENTS, this::list)
        .add("POST", COMMENTS, this::add)
        .add("GET", COMMENTS + "/{id}", this::read)
        .add("PUT", COMMENTS + "/{id}", this::edit)
        .add("DELETE", COMMENTS + "/{id}", this::delete)
        .add("POST", "comment/list", this::listByIds)
        .add("GET", PROPERTIES, this::keys)
        .add("GET", PROPERTIES + "/{propertyKey}", this::property)
        .add("PUT", PROPERTIES + "/{propertyKey}", this::setProperty)
        .add("DELETE", PROPERTIES + "/{propertyKey}", this::deleteProperty);
  }

  private Reply list(Visit visit) {
    var issue = site.issue(visit);
    var all = new ArrayList<JsonNode>();
    issue.annex().comments().forEach(c -> all.add(shown(new Found(issue, c), visit)));
    if (visit.call().query("orderBy").filter("-created"::equals).isPresent()) {
      Collections.reverse(all);
    }
    int start = Math.min(visit.number("startAt", 0), all.size());
    int size = Math.min(visit.number("maxResults", 100), 100);
    var answer = Json.object();
    answer.put("startAt", start).put("maxResults", size).put("total", all.size());
    answer.putArray("comments").addAll(all.subList(start, Math.min(start + size, all.size())));
    return Reply.json(answer);
  }

  private Reply add(Visit visit) {
    var issue = site.issue(visit.writing());
    var comment = site.desks().annex().comment(issue.id(), body(visit), visit.cause());
    for (JsonNode property : visit.object().path("properties")) {
      comment = with(comment, property.path("key").asText(), property.path("value"));
      site.desks().annex().setCommentProperties(issue, comment);
    }
    return Reply.json(201, shown(new Found(issue, comment), visit));
  }

  private Reply read(Visit visit) {
    return Reply.json(shown(inIssue(visit), visit));
  }

  private Reply edit(Visit visit) {
    var found = inIssue(visit.writing());
    var edited =
        site.desks()
            .annex()
            .editComment(found.issue(), found.comment(), body(visit), visit.cause());
    return Reply.json(shown(new Found(found.issue(), edited), visit));
  }

  private Reply delete(Visit visit) {
    var found = inIssue(visit.writing());
    site.desks().annex().deleteComment(found.issue(), found.comment(), visit.cause());
    return Reply.empty(204);
  }

  /** Ids that do not exist are simply missing from the answer ([spec]). */
  private Reply listByIds(Visit visit) {
    var ids = visit.object().path("ids");
    if (ids.size() > 1_000) {
      throw Errors.refusal(400, "At most 1000 comment IDs may be given.");
    }
    var found = new ArrayList<JsonNode>();
    for (var issue : site.store().issues()) {
      for (var comment : issue.annex().comments()) {
        ids.forEach(id -> {
          if (id.asText().equals(comment.id())) {
            found.add(shown(new Found(issue, comment), visit));
          }
        });
      }
    }
    return Reply.json(site.page(visit, found, 1_000, 1_000));
  }

  private Reply keys(Visit visit) {
    var comment = byId(visit).comment();
    var self = site.views().address().rest("comment/" + comment.id() + "/properties");
    return PropertyValue.keys(comment.properties().keySet(), self);
  }

  private Reply property(Visit visit) {
    var key = PropertyValue.key(visit);
    var value = byId(visit).comment().properties().get(key);
    return value == null ? PropertyValue.none(key) : Reply.json(PropertyValue.shown(key, value));
  }

  private Reply setProperty(Visit visit) {
    var found = byId(visit.writing());
    var key = PropertyValue.key(visit);
    var changed = with(found.comment(), key, PropertyValue.value(visit));
    site.desks().annex().setCommentProperties(found.issue(), changed);
    return PropertyValue.written(!found.comment().properties().containsKey(key));
  }

  private Reply deleteProperty(Visit visit) {
    var found = byId(visit.writing());
    var key = PropertyValue.key(visit);
    var rest = new TreeMap<>(found.comment().properties());
    if (rest.remove(key) == null) {
      return PropertyValue.none(key);
    }
    site.desks().annex().setCommentProperties(found.issue(), with(found.comment(), rest));
    return Reply.empty(204);
  }

  private static Comment with(Comment comment, String key, JsonNode value) {
    var all = new TreeMap<>(comment.properties());
    all.put(key, value);
    return with(comment, all);
  }

  private static Comment with(Comment comment, SortedMap<String, JsonNode> properties) {
    return new Comment(comment.id(), comment.written(), comment.body(), properties);
  }

  private ObjectNode shown(Found found, Visit visit) {
    var json = site.views().issues().comments().of(found.issue(), found.comment());
    if (visit.list("expand").contains("properties")) {
      var list = json.putArray("properties");
      found.comment().properties().forEach((k, v) -> list.add(PropertyValue.shown(k, v)));
    }
    return json;
  }

  private static JsonNode body(Visit visit) {
    var body = visit.object().path("body");
    if (!Adf.isDocument(body)) {
      throw Errors.fields(Map.of("comment", "Comment body is not valid!"));
    }
    return body;
  }

  private Found inIssue(Visit visit) {
    return found(site.issue(visit), visit.name("id"));
  }

  private static Found found(Issue issue, String id) {
    return issue.annex().comments().stream()
        .filter(comment -> comment.id().equals(id))
        .findFirst()
        .map(comment -> new Found(issue, comment))
        .orElseThrow(() -> Errors.refusal(404, "Can not find a comment for the id: " + id + "."));
  }

  private Found byId(Visit visit) {
    var id = visit.name("commentId");
    return site.store().issues().stream()
        .filter(issue -> issue.annex().comments().stream().anyMatch(c -> c.id().equals(id)))
        .findFirst()
        .map(issue -> found(issue, id))
        .orElseThrow(() -> Errors.refusal(404, "Can not find a comment for the id: " + id + "."));
  }
}
