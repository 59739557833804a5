package tandem.app.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.app.panel.Documents.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.connect.Place;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.Person;

/** What a project decides for its issues. */
class SettingsTest {
  private static TwinWorld world;

  @BeforeAll
  static void start() {
    world = new TwinWorld();
    world.jira.hand().project("PAY", "Payments");
    world.jira.install(world.at("/atlassian-connect.json"));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static HttpResponse<String> call(
      Person person, String method, String project, String tag, JsonNode body) {
    String token =
        world.jira.contextToken(TwinWorld.APP, person, Place.of(world.jira.store(), "", "SHOP"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(world.at("/api/project/" + project + "/settings"))
            .header("Authorization", "JWT " + token);
    return Http.send(tag.isEmpty() ? request : request.header("If-Match", tag), method, body);
  }

  private static HttpResponse<String> put(String tag, String body) {
    return call(Cast.ADMIN, "PUT", "SHOP", tag, json(body));
  }

  @Test
  void aProjectAdminsSettingsAreShownInThePanelsOfItsIssues() {
    HttpResponse<String> first = call(Cast.ADMIN, "GET", "SHOP", "", null);
    assertThat(Http.json(first).path("settings"))
        .isEqualTo(
            json(
                "{'v':1,'definitionOfDone':[],'templates':[],'slos':[],"
                    + "'period':'week','measure':'count'}"));
    HttpResponse<String> saved =
        put(
            first.headers().firstValue("ETag").orElseThrow(),
            "{'v':1,'definitionOfDone':['Tested'],'period':'sprint',"
                + "'templates':[{'issueType':'Story','name':'Form',"
                + "'criteria':[{'text':'Works by keyboard','type':'ux'}]}],"
                + "'slos':[{'name':'Checkout','objective':99.9}]}");
    assertThat(saved.statusCode()).describedAs(saved.body()).isEqualTo(200);
    assertThat(put("0", "{'v':1}").statusCode()).isEqualTo(412);

    Issue issue = world.jira.hand().issue("SHOP", "Pay by invoice");
    JsonNode shown = new PanelClient(world, issue, Cast.VIEWER).read("acceptance");
    assertThat(shown.at("/project/definitionOfDone/0").asText()).isEqualTo("Tested");
    assertThat(shown.at("/project/templates/0/criteria/0/type").asText()).isEqualTo("ux");
    assertThat(shown.at("/project/slos/0/objective").asDouble()).isEqualTo(99.9);
  }

  @Test
  void whoDoesNotAdministerTheProjectLooksOnly() {
    HttpResponse<String> look = call(Cast.EDITOR, "GET", "SHOP", "", null);
    assertThat(Http.json(look).path("mayEdit").asBoolean()).isFalse();
    assertThat(call(Cast.EDITOR, "PUT", "SHOP", "0", json("{'v':1}")).statusCode()).isEqualTo(403);
  }

  @Test
  void aTokenOpensItsOwnProjectOnly() {
    assertThat(call(Cast.ADMIN, "GET", "PAY", "", null).statusCode()).isEqualTo(403);
    assertThat(call(Cast.ADMIN, "PUT", "PAY", "0", json("{'v':1}")).statusCode()).isEqualTo(403);
  }

  @Test
  void whatBreaksARuleIsRefused() {
    assertThat(put("0", "{'v':1,'period':'month'}").statusCode()).isEqualTo(400);
    assertThat(put("0", "{'v':1,'templates':[{'name':''}]}").statusCode()).isEqualTo(400);
    assertThat(put("", "{'v':1}").statusCode()).isEqualTo(428);
  }
}
