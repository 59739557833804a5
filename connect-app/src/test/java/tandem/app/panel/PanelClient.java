package tandem.app.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.jira.connect.Place;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.Person;

/** A person's browser in the panels of an issue. */
public record PanelClient(TwinWorld world, Issue issue, Person person) {

  public PanelClient as(Person other) {
    return new PanelClient(world, issue, other);
  }

  public HttpResponse<String> get(String what) {
    return call("GET", what, Map.of(), null);
  }

  /** The body of a GET that is answered. */
  public JsonNode read(String what) {
    HttpResponse<String> answer = get(what);
    assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
    return Http.json(answer);
  }

  public String tag(String what) {
    return get(what).headers().firstValue("ETag").orElseThrow();
  }

  public HttpResponse<String> put(String what, String tag, Object body) {
    return call("PUT", what, Map.of("If-Match", tag), body);
  }

  public HttpResponse<String> delete(String what, String tag) {
    return call("DELETE", what, Map.of("If-Match", tag), null);
  }

  public HttpResponse<String> call(
      String method, String what, Map<String, String> headers, Object body) {
    return call(method, issue.ref().id(), what, headers, body);
  }

  /** With the token of this issue's panel, whatever issue is asked for. */
  public HttpResponse<String> call(
      String method, String issueId, String what, Map<String, String> headers, Object body) {
    Place place = Place.of(world.jira.store(), issue.ref().key(), "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(world.at("/api/panel/issues/" + issueId + "/" + what))
            .header(
                "Authorization", "JWT " + world.jira.contextToken(TwinWorld.APP, person, place));
    headers.forEach(request::header);
    return Http.send(request, method, body);
  }

  /** What Jira keeps with the issue under this key; missing where there is none. */
  public JsonNode property(String key) {
    JsonNode value = world.jira.hand().read(issue.ref().key()).annex().properties().get(key);
    return value == null ? Documents.json("{}").path("missing") : value;
  }

  public void property(String key, JsonNode value) {
    world.jira.hand().property(issue.ref().key(), key, value);
  }
}
