package tandem.sandbox.jira.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.field.Adf;
import tandem.sandbox.jira.state.Comment;
import tandem.sandbox.jira.state.Issue;

/** Comments. */
public final class CommentView {
  private final PersonView people;
  private final Address address;

  public CommentView(PersonView people, Address address) {
    this.people = people;
    this.address = address;
  }

  public ObjectNode of(Issue issue, Comment comment) {
    var json = frame(issue, comment);
    json.set("body", comment.body());
    return json;
  }

  /** The older shape, in webhooks: the body is plain text instead of ADF. */
  public ObjectNode v2(Issue issue, Comment comment) {
    return frame(issue, comment).put("body", Adf.text(comment.body()));
  }

  /**
   * As the field {@code comment} holds them: the first 20 (*assumed*: Jira documents no number).
   */
  ObjectNode page(Issue issue) {
    var all = issue.annex().comments();
    var json = Json.object();
    var shown = json.putArray("comments");
    first(all).forEach(comment -> shown.add(of(issue, comment)));
    return json.put("self", address.rest("issue/" + issue.id() + "/comment"))
        .put("maxResults", all.size())
        .put("total", all.size())
        .put("startAt", 0);
  }

  private static List<Comment> first(List<Comment> all) {
    return all.subList(0, Math.min(20, all.size()));
  }

  private ObjectNode frame(Issue issue, Comment comment) {
    var written = comment.written();
    var self = address.rest("issue/" + issue.id() + "/comment/" + comment.id());
    var json = Json.object().put("self", self).put("id", comment.id());
    json.set("author", people.of(written.author()));
    json.set("updateAuthor", people.of(written.updateAuthor()));
    return json.put("created", Times.text(written.created()))
        .put("updated", Times.text(written.updated()))
        .put("jsdPublic", true);
  }
}
