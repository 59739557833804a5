package tandem.sandbox.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.connect.QueryHash;
import tandem.sandbox.jira.connect.SharedSecretTokens;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.linear.webhook.Signing;
import tandem.sandbox.stage.Pair;
import tandem.sandbox.stage.Stage;
import tandem.sandbox.stage.Trackers;

/**
 * Webhooks as both trackers send them, signed, as the bytes of an HTTP request: an update of each
 * pair that left its budget alone. Fresh for a minute, as Linear's are.
 */
final class Events {
  private static final String PAD = "x".repeat(1_500);

  private final Stage stage;
  private final URI node;
  private final String organization;

  Events(Stage stage, URI node) {
    this.stage = stage;
    this.node = node;
    this.organization =
        stage
            .trackers()
            .linear()
            .ask(stage.trackers().linearAdmin(), "{ organization { id } }", Map.of())
            .at("/organization/id")
            .asText();
  }

  /** What both trackers know of a pair. */
  private record Known(Pair pair, Issue jira, JsonNode linear) {}

  /**
   * Of Jira and of Linear in turn, pair after pair, round after round. Each round is a millisecond
   * newer than the one before, so that no event repeats another.
   */
  List<byte[]> of(int pairs, int count) {
    var known =
        stage.pairs().subList(0, Math.min(pairs, stage.pairs().size())).stream()
            .map(this::known)
            .toList();
    var now = stage.patience().clock().instant();
    var token = token();
    var requests = new ArrayList<byte[]>(count);
    for (int n = 0; n < count; n++) {
      var pair = known.get(n / 2 % known.size());
      var at = now.plusMillis(n / 2 / known.size());
      requests.add(n % 2 == 0 ? ofJira(token, jira(pair, at)) : ofLinear(linear(pair, at)));
    }
    return requests;
  }

  private Known known(Pair pair) {
    var query = "query($id: String!) { issue(id: $id) { identifier labelIds team { id } } }";
    var trackers = stage.trackers();
    var linear =
        trackers.linear().ask(trackers.linearAdmin(), query, Map.of("id", pair.linearId()));
    return new Known(pair, trackers.jira().hand().read(pair.jiraId()), linear.path("issue"));
  }

  private byte[] ofJira(String token, byte[] body) {
    return request("/webhooks/jira", "Authorization: JWT " + token, body);
  }

  private byte[] ofLinear(byte[] body) {
    var signature = Signing.of(body, Trackers.WEBHOOK_SECRET);
    return request("/webhooks/linear", "Linear-Signature: " + signature, body);
  }

  private String token() {
    var app = stage.trackers().jira().store().app("tandem").orElseThrow();
    var hash = QueryHash.of("POST", "/webhooks/jira", Map.of());
    return new SharedSecretTokens(stage.patience().clock()).sign(app, Map.of("qsh", hash));
  }

  private byte[] request(String path, String proof, byte[] body) {
    var head =
        "POST %s HTTP/1.1\r\nHost: %s\r\n%s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, node.getAuthority(), proof, body.length)
            .getBytes(UTF_8);
    var all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  private static byte[] jira(Known known, Instant now) {
    var issue = known.jira();
    var fields =
        Map.of(
            "labels", issue.labels(),
            "updated", now.toString().replaceAll("(\\.\\d{3})?\\d*Z", "$1+0000"),
            "project", Map.of("id", issue.ref().projectId(), "key", "LOAD"),
            "description", PAD);
    return Json.bytes(
        Map.of(
            "timestamp", now.toEpochMilli(),
            "webhookEvent", "jira:issue_updated",
            "issue_event_type_name", "issue_updated",
            "changelog", Map.of("id", "1", "items", List.of()),
            "issue",
                Map.of(
                    "id", known.pair().jiraId(), "key", known.pair().jiraKey(), "fields", fields)));
  }

  private byte[] linear(Known known, Instant now) {
    var issue = known.linear();
    var shown =
        Map.of(
            "id", known.pair().linearId(),
            "identifier", issue.path("identifier").asText(),
            "teamId", issue.at("/team/id").asText(),
            "labelIds", issue.path("labelIds"),
            "updatedAt", now.toString(),
            "description", PAD);
    return Json.bytes(
        Map.of(
            "action",
            "update",
            "type",
            "Issue",
            "organizationId",
            organization,
            "createdAt",
            now.toString(),
            "data",
            shown,
            "webhookTimestamp",
            now.toEpochMilli()));
  }
}
