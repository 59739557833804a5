package tandem.sync.linear;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import tandem.sync.http.CallLimits;
import tandem.sync.model.Budget;
import tandem.sync.replica.Outcome;

/** A server that answers as it is told, and a grant that remembers what it was asked. */
final class LinearDouble implements AutoCloseable, LinearAuthorization {
  static final Instant NOW = Instant.parse("2026-11-20T08:15:00Z");
  static final Budget FEATURES = new Budget("features");
  static final Budget HEALTH = new Budget("system-health");

  final MockWebServer server = new MockWebServer();
  final List<String> refused = new ArrayList<>();

  LinearDouble() {
    try {
      server.start();
    } catch (IOException noPort) {
      throw new IllegalStateException(noPort);
    }
  }

  LinearReplica replica() {
    TreeMap<Budget, String> labels = new TreeMap<>();
    labels.put(FEATURES, "label-features");
    labels.put(HEALTH, "label-health");
    return new LinearReplica(
        new LinearTeam(server.url("/graphql").uri(), "team-1", labels), this, http());
  }

  LinearWorkspace workspace() {
    return new LinearWorkspace(server.url("/graphql").uri(), this, http());
  }

  private static LinearHttp http() {
    return new LinearHttp(InstantSource.fixed(NOW), CallLimits.DEFAULT);
  }

  /** What comes next: a GraphQL answer. */
  LinearDouble answers(String json) {
    return answers(200, json, Map.of());
  }

  LinearDouble answers(int status, String json, Map<String, String> headers) {
    MockResponse.Builder response =
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/json")
            .body(json);
    headers.forEach(response::addHeader);
    server.enqueue(response.build());
    return this;
  }

  /** What comes next: an error as Linear writes it. */
  LinearDouble refuses(int status, String code, String message) {
    return answers(status, error(code, message), Map.of());
  }

  static String error(String code, String message) {
    return """
    {"data": null, "errors": [{"message": "%s", "extensions": {"code": "%s"}}]}
    """
        .formatted(message, code);
  }

  static String issue(String labels) {
    return """
    {"__typename": "Issue", "id": "issue-1", "identifier": "CHK-7",
     "updatedAt": "2026-11-20T07:42:34.123Z", "archivedAt": null, "trashed": null,
     "team": {"id": "team-1"}, "labelIds": [%s]}
    """
        .formatted(labels);
  }

  String sent() throws InterruptedException {
    return server.takeRequest().getBody().utf8();
  }

  @Override
  public Outcome<String> header() {
    return new Outcome.Done<>("Bearer first");
  }

  @Override
  public Outcome<String> afterRefusal(String refusedHeader) {
    refused.add(refusedHeader);
    return new Outcome.Done<>("Bearer second");
  }

  @Override
  public void close() {
    server.close();
  }
}
