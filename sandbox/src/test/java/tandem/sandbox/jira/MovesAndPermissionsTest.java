package tandem.sandbox.jira;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of issues that move, that nobody may edit, and whose project goes into the bin. */
class MovesAndPermissionsTest {
  private static final String LABEL = "{'update': {'labels': [{'add': 'later'}]}}";
  private static final String PROPERTY = "issue/SHOP-1/properties/tandem.impact";

  private final OpenApi openApi = OpenApi.strict();
  private final JiraSite site = JiraSite.start(JiraSettings.standard());
  private final RestClient admin = new RestClient(site, Cast.ADMIN);

  @BeforeEach
  void twoProjects() {
    site.witness(openApi::see);
    site.hand().project("SHOP", "Checkout team");
    site.hand().project("PAY", "Payments");
    site.hand().issue("SHOP", "Pay by card", "web");
  }

  @AfterEach
  void everyShapeWasJiras() {
    site.close();
    assertThat(openApi.violations()).isEmpty();
  }

  @Test
  void anIssueThatMovesKeepsItsIdAndIsFoundByItsOldKeyUnderItsNewOne() {
    String id = site.hand().read("SHOP-1").id();
    site.hand().move("SHOP-1", "PAY");

    var read = admin.get("issue/SHOP-1?expand=changelog").body();
    assertThat(read.path("id").asText()).isEqualTo(id);
    assertThat(read.path("key").asText()).isEqualTo("PAY-1");
    assertThat(read.at("/fields/project/key").asText()).isEqualTo("PAY");
    assertThat(read.at("/changelog/histories/0/items/1/fromString").asText()).isEqualTo("SHOP-1");
    assertThat(found("SHOP")).isZero();
    assertThat(found("PAY")).isEqualTo(1);
  }

  @Test
  void backInItsProjectItHasItsKeyAgain() {
    site.hand().move("SHOP-1", "PAY");
    site.hand().move("PAY-1", "SHOP");
    assertThat(admin.get("issue/PAY-1").body().path("key").asText()).isEqualTo("SHOP-1");
  }

  @Test
  void anIssueThatNobodyMayEditIsReadAndNotWritten() {
    assertThat(admin.put(PROPERTY, "{'v': 1}").status()).isEqualTo(201);
    site.hand().freeze("SHOP-1");

    var refused = admin.put("issue/SHOP-1", LABEL);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/errors/labels").asText()).contains("cannot be set");
    assertThat(admin.put(PROPERTY, "{'v': 2}").status()).isEqualTo(403);
    assertThat(admin.delete(PROPERTY).status()).isEqualTo(403);
    assertThat(admin.get("issue/SHOP-1").status()).isEqualTo(200);
    assertThat(mayEdit()).isFalse();

    site.hand().thaw("SHOP-1");
    assertThat(admin.put("issue/SHOP-1", LABEL).status()).isEqualTo(204);
    assertThat(mayEdit()).isTrue();
  }

  @Test
  void aProjectInTheBinIsGoneWithItsIssuesAndComesBackWithThem() {
    var binned = site.hand().bin("SHOP");
    assertThat(admin.get("issue/SHOP-1").status()).isEqualTo(404);
    assertThat(admin.get("project/SHOP").status()).isEqualTo(404);
    assertThat(admin.post("search/jql", "{'jql': 'project = SHOP'}").status()).isEqualTo(400);

    site.hand().restore(binned);
    assertThat(admin.get("issue/SHOP-1").status()).isEqualTo(200);
    assertThat(found("SHOP")).isEqualTo(1);
  }

  private int found(String project) {
    return admin
        .post("search/jql", "{'jql': 'project = " + project + "'}")
        .body()
        .path("issues")
        .size();
  }

  private boolean mayEdit() {
    var question = "{'projectPermissions': [{'permissions': ['EDIT_ISSUES'], 'issues': [10000]}]}";
    return !admin
        .post("permissions/check", question)
        .body()
        .at("/projectPermissions/0/issues")
        .isEmpty();
  }
}
