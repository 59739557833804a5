package tandem.sandbox.linear;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import tandem.sandbox.http.Json;

/** A workspace with an admin, a member and a team, and a client that speaks to it over HTTP. */
final class LinearRoom implements AutoCloseable {
  final LinearService service;
  final String admin;
  final String member;
  final String team;
  final String key;
  private final HttpClient http = HttpClient.newHttpClient();

  LinearRoom() {
    this(LinearSettings.defaults());
  }

  LinearRoom(LinearSettings settings) {
    service = LinearService.start(settings);
    service.seed().organization("Acme", "acme");
    admin = service.seed().person("Ada Admin", "ada@example.com", true);
    member = service.seed().person("Max Member", "max@example.com", false);
    team = service.seed().team("CHK", "Checkout");
    key = service.seed().apiKey(admin);
  }

  /** What came back over HTTP. */
  record Got(int status, JsonNode body, HttpResponse<String> raw) {
    JsonNode data(String field) {
      return body.path("data").path(field);
    }

    String error() {
      return body.path("errors").path(0).path("message").asText();
    }

    String code() {
      return body.path("errors").path(0).path("extensions").path("code").asText();
    }
  }

  Got ask(String query) {
    return ask(key, query, Map.of());
  }

  Got ask(String query, Map<String, ?> variables) {
    return ask(key, query, variables);
  }

  Got ask(String authorization, String query, Map<String, ?> variables) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("query", query);
    body.put("variables", variables);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.apiUrl())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return send(request.build());
  }

  Got form(URI uri, String form) {
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  Got send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      String type = response.headers().firstValue("Content-Type").orElse("");
      JsonNode body =
          type.startsWith("application/json")
              ? Json.MAPPER.readTree(response.body())
              : Json.object();
      return new Got(response.statusCode(), body, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A new issue of the team; answers its id. */
  String issue(String title) {
    return ask(
            "mutation($t: String!, $team: String!) { issueCreate(input: {title: $t, teamId: $team})"
                + " { issue { id } } }",
            Map.of("t", title, "team", team))
        .data("issueCreate")
        .path("issue")
        .path("id")
        .asText();
  }

  /** A label, in a group if {@code parent} is not empty; answers its id. */
  String label(String name, String parent, boolean group) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("name", name);
    input.put("teamId", team);
    if (!parent.isEmpty()) {
      input.put("parentId", parent);
    }
    if (group) {
      input.put("isGroup", true);
    }
    return ask(
            "mutation($i: IssueLabelCreateInput!) { issueLabelCreate(input: $i) { issueLabel { id"
                + " } } }",
            Map.of("i", input))
        .data("issueLabelCreate")
        .path("issueLabel")
        .path("id")
        .asText();
  }

  @Override
  public void close() {
    service.close();
  }
}
