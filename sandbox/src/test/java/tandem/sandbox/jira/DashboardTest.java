package tandem.sandbox.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.state.Person;

class DashboardTest {
  private static final String DASHBOARD = "dashboard/10000";
  private static final String ITEM = DASHBOARD + "/items/10000";
  private static final String PROPERTY = ITEM + "/properties/tiny.choice";

  private final OpenApi openApi = OpenApi.strict();
  private final JiraSite site = JiraSite.start(JiraSettings.standard().retrying(List.of()));
  private final TinyApp app = new TinyApp("READ", "WRITE", "DELETE");
  private final RestClient editor = new RestClient(site, Cast.EDITOR);
  private final RestClient viewer = new RestClient(site, Cast.VIEWER);

  @BeforeEach
  void installsAnAppWithAGadget() {
    site.witness(openApi::see);
    site.install(app.descriptorUrl());
  }

  @AfterEach
  void everyShapeWasJiras() {
    app.close();
    site.close();
    assertThat(openApi.violations()).isEmpty();
  }

  @Test
  void whoSeesTheDashboardIsToldWhetherTheyMayEditIt() {
    assertThat(editor.get(DASHBOARD).body().path("name").asText()).isEqualTo("Team dashboard");
    assertThat(editor.get(DASHBOARD).body().path("isWritable").asBoolean()).isTrue();
    assertThat(viewer.get(DASHBOARD).body().path("isWritable").asBoolean(true)).isFalse();
    assertThat(editor.get("dashboard/10001").status()).isEqualTo(404);
  }

  @Test
  void aPropertyOfAnItemIsWrittenReadListedAndDeleted() {
    assertThat(editor.get(PROPERTY).status()).isEqualTo(404);
    assertThat(editor.put(PROPERTY, "{'project': 'SHOP'}").status()).isEqualTo(201);
    assertThat(editor.put(PROPERTY, "{'project': 'PAY'}").status()).isEqualTo(200);
    assertThat(editor.get(PROPERTY).body().at("/value/project").asText()).isEqualTo("PAY");
    var listed = editor.get(ITEM + "/properties").body().at("/keys/0");
    assertThat(listed.path("key").asText()).isEqualTo("tiny.choice");
    assertThat(listed.path("self").asText()).endsWith(PROPERTY);
    assertThat(editor.delete(PROPERTY).status()).isEqualTo(204);
    assertThat(editor.delete(PROPERTY).status()).isEqualTo(404);
  }

  @Test
  void aViewerReadsPropertiesAndWritesNone() {
    editor.put(PROPERTY, "{'project': 'SHOP'}");
    assertThat(viewer.get(PROPERTY).status()).isEqualTo(200);
    assertThat(viewer.put(PROPERTY, "{'project': 'PAY'}").status()).isEqualTo(403);
    assertThat(viewer.delete(PROPERTY).status()).isEqualTo(403);
    assertThat(editor.get(PROPERTY).body().at("/value/project").asText()).isEqualTo("SHOP");
  }

  @Test
  void theAppItselfMayWriteThemToo() {
    assertThat(app.call(site, "PUT", PROPERTY, "{'project': 'SHOP'}").status()).isEqualTo(201);
    assertThat(app.call(site, "GET", PROPERTY, "").body().at("/value/project").asText())
        .isEqualTo("SHOP");
  }

  @Test
  void whatIsNotOnTheDashboardIsNotFound() {
    for (var path : List.of("dashboard/1/items/10000", DASHBOARD + "/items/10001")) {
      assertThat(editor.get(path + "/properties").status()).as(path).isEqualTo(404);
      assertThat(editor.put(path + "/properties/a", "1").status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void anItemKeepsItsPropertiesWhileItsAppIsGone() {
    editor.put(PROPERTY, "{'project': 'SHOP'}");
    site.uninstall("tiny");
    assertThat(editor.get(PROPERTY).status()).isEqualTo(404);
    assertThat(frames(Cast.EDITOR)).isEqualTo("[]");
    site.install(app.descriptorUrl());
    assertThat(editor.get(PROPERTY).body().at("/value/project").asText()).isEqualTo("SHOP");
  }

  @Test
  void aFrameOfTheDashboardKnowsWhichItemItIs() throws Exception {
    var frame = Json.parse(frames(Cast.VIEWER).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var url = frame.at("/0/url").asText();
    assertThat(url)
        .startsWith(
            app.baseUrl() + "/gadget?on=10000&item=10000&is=tiny-gadget&view=default&xdm_e=");
    assertThat(frame.at("/0/configurable").asBoolean()).isTrue();
    assertThat(frame.at("/0/options/productContext").get("dashboardItem.id").asText())
        .isEqualTo("10000");
    var token = SignedJWT.parse(url.substring(url.indexOf("jwt=") + 4));
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(Cast.VIEWER.accountId());
    assertThat(Json.tree(token.getJWTClaimsSet().getClaims()).at("/context/jira")).isEmpty();
  }

  private String frames(Person person) {
    var request =
        HttpRequest.newBuilder(URI.create(site.baseUrl() + "/sandbox/frames?location=dashboard"))
            .header("Cookie", "sandbox_user=" + person.accountId())
            .build();
    return RestClient.answer(request).raw().body();
  }
}
