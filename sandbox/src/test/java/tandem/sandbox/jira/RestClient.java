package tandem.sandbox.jira;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.state.Person;

/** Calls a site's REST API as a person's script. */
final class RestClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final String base;
  private final Person person;

  RestClient(JiraSite site, Person person) {
    this.base = site.baseUrl();
    this.person = person;
  }

  /** What came back; a body that is no JSON is a missing node. */
  record Answer(int status, JsonNode body, HttpResponse<String> raw) {}

  Answer get(String path) {
    return send("GET", path, "");
  }

  Answer delete(String path) {
    return send("DELETE", path, "");
  }

  Answer post(String path, String json) {
    return send("POST", path, json);
  }

  Answer put(String path, String json) {
    return send("PUT", path, json);
  }

  /** {@code '} stands for a double quote, which is easier to read in Java. */
  private Answer send(String method, String path, String json) {
    var pair = person.email() + ":token";
    var basic = Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(base + "/rest/api/3/" + path))
            .header("Authorization", "Basic " + basic);
    if (json.isEmpty()) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(json.replace('\'', '"')));
    }
    return answer(request.build());
  }

  static Answer answer(HttpRequest request) {
    try {
      var raw = HTTP.send(request, BodyHandlers.ofString());
      boolean json = raw.headers().firstValue("Content-Type").orElse("").contains("json");
      var body = json ? Json.parse(raw.body().getBytes(UTF_8)) : Json.MAPPER.missingNode();
      return new Answer(raw.statusCode(), body, raw);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
