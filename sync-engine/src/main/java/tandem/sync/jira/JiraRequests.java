package tandem.sync.jira;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.ByteString;
import tandem.sync.http.Effect;
import tandem.sync.http.JsonBody;
import tandem.sync.model.IssueId;

/** The requests of the Jira replica. Every address is built below the configured site. */
final class JiraRequests {
  private static final String TRACE_HEADER = "X-Atlassian-Webhook-Trace";

  private final HttpUrl site;

  JiraRequests(URI site) {
    HttpUrl url = HttpUrl.get(site);
    if (url == null) {
      throw new IllegalArgumentException("a Jira site has an absolute http or https address");
    }
    this.site = url;
  }

  Request read(IssueId issue) {
    return json(issueUrl(issue).addQueryParameter("fields", JiraIssue.FIELDS).build()).build();
  }

  /** All properties and not only ours: there is no way to ask for those with a prefix. */
  Request readWithProperties(IssueId issue) {
    HttpUrl.Builder url = issueUrl(issue).addQueryParameter("fields", JiraIssue.FIELDS);
    return json(url.addQueryParameter("properties", "*all").build()).build();
  }

  Request write(IssueId issue, String property, String value) {
    return property(issue, property)
        .put(new JsonBody(ByteString.encodeUtf8(value), Effect.WRITE))
        .build();
  }

  Request erase(IssueId issue, String property) {
    return property(issue, property).delete(new JsonBody(ByteString.EMPTY, Effect.WRITE)).build();
  }

  private Request.Builder property(IssueId issue, String key) {
    HttpUrl url = issueUrl(issue).addPathSegment("properties").addPathSegment(key).build();
    return json(url).header(TRACE_HEADER, JiraReplica.WEBHOOK_TRACE);
  }

  /** Asks for the issue in return, which saves reading it back. */
  Request edit(IssueId issue, Set<String> add, Set<String> remove) {
    ObjectNode body = JiraJson.newObject();
    ArrayNode labels = body.putObject("update").putArray("labels");
    remove.forEach(label -> labels.addObject().put("remove", label));
    add.forEach(label -> labels.addObject().put("add", label));
    return json(issueUrl(issue).addQueryParameter("returnIssue", "true").build())
        .header(TRACE_HEADER, JiraReplica.WEBHOOK_TRACE)
        .put(new JsonBody(ByteString.of(JiraJson.bytes(body)), Effect.WRITE))
        .build();
  }

  Request search(ObjectNode query) {
    return ask("rest/api/3/search/jql", query);
  }

  Request count(ObjectNode query) {
    return ask("rest/api/3/search/approximate-count", query);
  }

  Request fetch(ObjectNode query) {
    return ask("rest/api/3/issue/bulkfetch", query);
  }

  Request draft(IssueId issue) {
    return json(issueUrl(issue).addQueryParameter("fields", "summary").build()).build();
  }

  Request issueTypes(String projectId) {
    HttpUrl url =
        site.newBuilder()
            .addPathSegments("rest/api/3/issue/createmeta")
            .addPathSegment(projectId)
            .addPathSegment("issuetypes")
            .build();
    return json(url).build();
  }

  Request create(ObjectNode body) {
    return write(site.newBuilder().addPathSegments("rest/api/3/issue").build(), body);
  }

  Request point(IssueId issue, ObjectNode link) {
    return write(issueUrl(issue).addPathSegment("remotelink").build(), link);
  }

  private static Request write(HttpUrl url, ObjectNode body) {
    return json(url)
        .header(TRACE_HEADER, JiraReplica.WEBHOOK_TRACE)
        .post(new JsonBody(ByteString.of(JiraJson.bytes(body)), Effect.WRITE))
        .build();
  }

  Request remoteLinks(IssueId issue) {
    return json(issueUrl(issue).addPathSegment("remotelink").build()).build();
  }

  private Request ask(String path, ObjectNode query) {
    HttpUrl url = site.newBuilder().addPathSegments(path).build();
    return json(url).post(new JsonBody(ByteString.of(JiraJson.bytes(query)), Effect.READ)).build();
  }

  private HttpUrl.Builder issueUrl(IssueId issue) {
    return site.newBuilder().addPathSegments("rest/api/3/issue").addPathSegment(issue.value());
  }

  private static Request.Builder json(HttpUrl url) {
    return new Request.Builder().url(url).header("Accept", "application/json");
  }
}
