package tandem.sandbox.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person's browser does in a scenario: calls with the cookies of each origin. It does not
 * follow redirects by itself. An answer of 400 or more, or none, is a {@link ScenarioFailed}.
 */
public final class Browser {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<String, String> cookies = new HashMap<>();

  /** Whether a GET answers 200 now. */
  public boolean answers(URI uri) throws InterruptedException {
    try {
      return send(request(uri).GET()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** The status that a GET is answered with. */
  int status(URI uri, Map<String, String> headers) throws InterruptedException {
    var request = request(uri).GET();
    headers.forEach(request::setHeader);
    try {
      return send(request).statusCode();
    } catch (IOException e) {
      throw new ScenarioFailed("GET %s was not answered: %s".formatted(uri, e));
    }
  }

  public JsonNode getJson(URI uri, Map<String, String> headers) throws InterruptedException {
    return json(answer("GET", uri, headers, null));
  }

  String getText(URI uri) throws InterruptedException {
    return answer("GET", uri, Map.of(), null).body();
  }

  /** Sends a JSON body. */
  public JsonNode send(String method, URI uri, Map<String, String> headers, @Nullable Object body)
      throws InterruptedException {
    var all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    return json(answer(method, uri, all, body == null ? "" : JSON.valueToTree(body).toString()));
  }

  /** Sends a form and answers where its redirect leads. */
  URI submit(URI uri, String form) throws InterruptedException {
    var headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
    var response = answer("POST", uri, headers, form);
    return response
        .headers()
        .firstValue("Location")
        .map(uri::resolve)
        .orElseThrow(() -> new ScenarioFailed(uri + " did not lead on after the form was sent."));
  }

  private HttpResponse<String> answer(
      String method, URI uri, Map<String, String> headers, @Nullable String body)
      throws InterruptedException {
    var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    var request = request(uri).method(method, publisher);
    headers.forEach(request::setHeader);
    try {
      var response = send(request);
      if (response.statusCode() >= 400) {
        throw new ScenarioFailed(
            "%s %s answered %d: %s"
                .formatted(method, uri, response.statusCode(), brief(response.body())));
      }
      return response;
    } catch (IOException e) {
      throw new ScenarioFailed("%s %s was not answered: %s".formatted(method, uri, e));
    }
  }

  private HttpRequest.Builder request(URI uri) {
    var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
    var cookie = cookies.get(uri.getAuthority());
    return cookie == null ? request : request.setHeader("Cookie", cookie);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var response = http.send(request.build(), BodyHandlers.ofString());
    response
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(cookie -> cookies.put(response.uri().getAuthority(), cookie.split(";", 2)[0]));
    return response;
  }

  private static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new ScenarioFailed(response.uri() + " answered something that is not JSON.");
    }
  }

  private static String brief(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + " …";
  }
}
