package tandem.sandbox.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.desk.AnnexDesk;
import tandem.sandbox.jira.desk.IssueDesk;
import tandem.sandbox.jira.jql.Jql;
import tandem.sandbox.jira.state.Confidence;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.SiteStore;
import tandem.sandbox.jira.view.Address;
import tandem.sandbox.jira.view.IssueView;
import tandem.sandbox.jira.view.PersonView;

/** What the operations work on. */
public record Site(SiteStore store, Desks desks, Views views, Jql jql) {
  public record Desks(IssueDesk issues, AnnexDesk annex) {}

  public record Views(IssueView issues, PersonView people, Address address) {}

  /** The issue of a path, by id or key, or 404. */
  Issue issue(Visit visit) {
    return store
        .issue(visit.name("issueIdOrKey"))
        .filter(issue -> Confidence.shows(issue, visit.person()))
        .orElseThrow(Errors::noIssue);
  }

  /** The issue of a path where it may be edited, or 403 (the text is *assumed*). */
  Issue editable(Visit visit) {
    var issue = issue(visit.writing());
    if (store.isFrozen(issue)) {
      throw Errors.refusal(403, "You do not have permission to edit this issue.");
    }
    return issue;
  }

  /**
   * A page of a list in Jira's usual shape, with {@code values}.
   *
   * @param atMost what Jira caps {@code maxResults} at
   */
  ObjectNode page(Visit visit, List<? extends JsonNode> all, int usual, int atMost) {
    int start = Math.min(visit.number("startAt", 0), all.size());
    int size = Math.min(visit.number("maxResults", usual), atMost);
    var shown = all.subList(start, Math.min(start + size, all.size()));
    var json =
        Json.object()
            .put("self", views.address().base() + visit.call().target().path())
            .put("maxResults", size)
            .put("startAt", start)
            .put("total", all.size())
            .put("isLast", start + shown.size() >= all.size());
    json.putArray("values").addAll(shown);
    return json;
  }
}
