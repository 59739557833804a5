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
    HttpUrl url = site.newBuilder().addPathSegments("rest/api/3/search/jql").build();
    return json(url).post(new JsonBody(ByteString.of(JiraJson.bytes(query)), Effect.READ)).build();
  }

  private HttpUrl.Builder issueUrl(IssueId issue) {
    return site.newBuilder().addPathSegments("rest/api/3/issue").addPathSegment(issue.value());
  }

  private static Request.Builder json(HttpUrl url) {
    return new Request.Builder().url(url).header("Accept", "application/json");
  }
}
