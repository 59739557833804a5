package tandem.app.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.app.panel.Documents.json;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.app.fixture.TwoSites;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.connect.Place;
import tandem.sandbox.jira.state.Issue;

/** Two installed Jira sites whose issues have the same ids and keys. */
class PanelTenantsTest {
  private static TwoSites sites;
  private static Issue ours;
  private static Issue theirs;

  @BeforeAll
  static void start() {
    sites = TwoSites.start();
    sites.world().jira.install(sites.world().at("/atlassian-connect.json"));
    ours = sites.world().jira.hand().issue("SHOP", "Ours");
    sites.stranger().hand().project("SHOP", "Somebody else's");
    theirs = sites.stranger().hand().issue("SHOP", "Theirs");
    sites.stranger().install(sites.world().at("/atlassian-connect.json"));
  }

  @AfterAll
  static void stop() {
    sites.close();
  }

  @Test
  void theSameIssueOfAnotherSiteIsAnotherIssue() {
    assertThat(theirs.ref()).isEqualTo(ours.ref());
    PanelClient panel = new PanelClient(sites.world(), ours, Cast.EDITOR);
    assertThat(panel.put("impact", "0", json("{'v':1,'problem':'Secret'}")).statusCode())
        .isEqualTo(200);

    assertThat(panel.read("impact").at("/document/problem").asText()).isEqualTo("Secret");
    var theirLook = asStranger("GET", "impact", null);
    assertThat(Http.json(theirLook).path("document").isNull()).isTrue();
    assertThat(Http.json(theirLook).at("/issue/summary").asText()).isEqualTo("Theirs");

    assertThat(asStranger("PUT", "impact", json("{'v':1,'problem':'Other'}")).statusCode())
        .isEqualTo(200);
    assertThat(panel.read("impact").at("/document/problem").asText()).isEqualTo("Secret");
    assertThat(panel.read("people?query=amara").path("people")).hasSize(1);
  }

  private static HttpResponse<String> asStranger(String method, String what, Object body) {
    Place place = Place.of(sites.stranger().store(), theirs.key(), "");
    String token = sites.stranger().contextToken(TwinWorld.APP, Cast.EDITOR, place);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(sites.world().at("/api/panel/issues/" + theirs.id() + "/" + what))
            .header("Authorization", "JWT " + token)
            .header("If-Match", "0");
    return Http.send(request, method, body);
  }
}
