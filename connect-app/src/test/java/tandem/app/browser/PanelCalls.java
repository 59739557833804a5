package tandem.app.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tandem.app.fixture.Http;
import tandem.sandbox.jira.connect.Place;
import tandem.sandbox.jira.state.Person;

/** What a person's panel sends and Jira keeps, without a panel. */
record PanelCalls(RunningHouse house, Person person, String issueKey) {
  private static final String APP = "tandem";

  /** A PUT that builds on nothing stored. */
  HttpResponse<String> put(String what, JsonNode body) {
    String id = house.site().hand().read(issueKey).id();
    URI url = house.app().resolve("/api/panel/issues/" + id + "/" + what);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("Authorization", "JWT " + token())
            .header("If-Match", "\"0\"");
    return Http.send(request, "PUT", body);
  }

  /** What Jira's page would give the panel. */
  String token() {
    Place place = Place.of(house.site().store(), issueKey, "");
    return house.site().contextToken(APP, person, place);
  }

  /** What Jira keeps with the issue under this key; missing where there is none. */
  JsonNode property(String key) {
    JsonNode value = house.site().hand().read(issueKey).annex().properties().get(key);
    return value == null ? MissingNode.getInstance() : value;
  }
}
