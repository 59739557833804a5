package tandem.sandbox.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** The judge is no decoration: it finds what is wrong. */
class OpenApiTest {
  private final OpenApi openApi = OpenApi.strict();

  @Test
  void aRequestThatJiraDoesNotKnowIsAViolation() {
    assumeTrue(OpenApi.present(), "SKIPPED: the OpenAPI description is not here");
    try (var site = JiraSite.start(JiraSettings.standard())) {
      site.witness(openApi::see);
      site.hand().project("SHOP", "Checkout team");
      site.hand().issue("SHOP", "Pay by card");
      var admin = new RestClient(site, Cast.ADMIN);
      admin.post("search/jql", "{'jql': 'project = SHOP', 'maxResults': '10'}");
    }
    assertThat(openApi.seen()).isEqualTo(1);
    assertThat(openApi.violations())
        .singleElement()
        .asString()
        .startsWith("POST /rest/api/3/search/jql: validation.request.body");
  }

  @Test
  void anAnswerOfAnotherShapeIsAViolation() {
    assumeTrue(OpenApi.present(), "SKIPPED: the OpenAPI description is not here");
    assertThat(openApi.judge("/rest/api/3/issue/SHOP-1", "{\"id\": 10000, \"fields\": []}"))
        .isNotEmpty();
    assertThat(openApi.judge("/rest/api/3/issue/SHOP-1", "{\"id\": \"10000\", \"fields\": {}}"))
        .isEmpty();
  }
}
