package tandem.sandbox.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tandem.sandbox.http.Json;
import tandem.sandbox.http.Reply;
import tandem.sandbox.jira.jql.JqlError;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.view.Wanted;

/** Finding issues: JQL search, count, match, and fetching many by id. */
final class SearchOperations {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 100;
  private static final int LARGEST_PAGE_OF_IDS = 5_000;
  private static final int MOST_PROPERTIES = 5;
  private static final int MOST_FETCHED = 100;
  private final Site site;
  private final Listings listings;

  SearchOperations(Site site, Listings listings) {
    this.site = site;
    this.listings = listings;
  }

  void register(RestRoutes routes) {
    routes
        .add("GET", "search/jql", this::searchByQuery)
        .add("POST", "search/jql", this::searchByBody)
        .add("POST", "search/approximate-count", this::count)
        .add("POST", "jql/match", this::match)
        .add("POST", "issue/bulkfetch", this::fetch);
  }

  /** One search, however it was sent. */
  private record Search(String jql, String token, int size, Wanted wanted) {}

  private Reply searchByQuery(Visit visit) {
    var wanted =
        new Wanted(fields(visit.list("fields")), visit.list("expand"), visit.list("properties"));
    var token = visit.call().query("nextPageToken").orElse("");
    var jql = visit.call().query("jql").orElse("");
    return search(new Search(jql, token, visit.number("maxResults", USUAL_PAGE), wanted), visit);
  }

  private Reply searchByBody(Visit visit) {
    var body = visit.object();
    var expand = Wanted.split(List.of(body.path("expand").asText()));
    var wanted =
        new Wanted(fields(texts(body.path("fields"))), expand, texts(body.path("properties")));
    int size = body.path("maxResults").asInt(USUAL_PAGE);
    var token = body.path("nextPageToken").asText("");
    var search = new Search(body.path("jql").asText(), token, size, wanted);
    return search(search, visit);
  }

  private static List<String> fields(List<String> given) {
    return given.isEmpty() ? List.of("id") : given;
  }

  private Reply search(Search search, Visit visit) {
    if (search.wanted().properties().size() > MOST_PROPERTIES) {
      throw Errors.refusal(400, "At most 5 properties may be asked for.");
    }
    var listing =
        search.token().isEmpty()
            ? listings.begin(found(search.jql(), visit.person()))
            : listings.resume(search.token());
    boolean idsOnly = Set.of("id", "key").containsAll(search.wanted().fields());
    int size = Math.min(Math.max(1, search.size()), idsOnly ? LARGEST_PAGE_OF_IDS : LARGEST_PAGE);
    var answer = Json.object();
    var issues = answer.putArray("issues");
    for (String id : listing.next(size)) {
      site.store()
          .issue(id)
          .ifPresent(i -> issues.add(site.views().issues().of(i, search.wanted())));
    }
    answer.put("isLast", listing.ended());
    if (!listing.ended()) {
      answer.put("nextPageToken", listings.token(listing));
    }
    return Reply.json(answer);
  }

  private List<String> found(String jql, Person asker) {
    try {
      return site.jql().search(jql, asker).stream().map(Issue::id).toList();
    } catch (JqlError error) {
      throw Errors.refusal(400, error.text());
    }
  }

  private Reply count(Visit visit) {
    var found = found(visit.object().path("jql").asText(), visit.person());
    return Reply.json(Json.object().put("count", found.size()));
  }

  private Reply match(Visit visit) {
    var body = visit.object();
    var ids = texts(body.path("issueIds"));
    var answer = Json.object();
    var matches = answer.putArray("matches");
    body.path("jqls").forEach(jql -> matches.add(matched(jql.asText(), ids, visit.person())));
    return Reply.json(answer);
  }

  private ObjectNode matched(String jql, List<String> ids, Person asker) {
    var json = Json.object();
    var issues = json.putArray("matchedIssues");
    var errors = json.putArray("errors");
    try {
      for (String id : ids) {
        var issue = site.store().issue(id);
        if (issue.isPresent() && site.jql().matches(jql, issue.get(), asker)) {
          issues.add(Long.parseLong(id));
        }
      }
    } catch (JqlError error) {
      errors.add(error.text());
    }
    return json;
  }

  /** What does not exist is simply missing from the answer ([spec]). */
  private Reply fetch(Visit visit) {
    var body = visit.object();
    var ids = new LinkedHashSet<>(texts(body.path("issueIdsOrKeys")));
    if (ids.isEmpty() || ids.size() > MOST_FETCHED) {
      throw Errors.refusal(400, "Between 1 and 100 issue IDs or keys must be given.");
    }
    var given = texts(body.path("fields"));
    var fields = given.isEmpty() ? List.of("*navigable") : given;
    var wanted = new Wanted(fields, texts(body.path("expand")), texts(body.path("properties")));
    var answer = Json.object();
    var issues = answer.putArray("issues");
    for (String id : ids) {
      site.store().issue(id).ifPresent(i -> issues.add(site.views().issues().of(i, wanted)));
    }
    answer.putArray("issueErrors");
    return Reply.json(answer);
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
