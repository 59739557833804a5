package tandem.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;

/** Connecting and mapping through the API of docs/api.md, against both sandboxes. */
class AdminApiTest {
  private static TwinWorld world;

  @BeforeAll
  static void start() {
    world = new TwinWorld();
    world.setUp();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static String detail(HttpResponse<String> response) {
    return Http.json(response).path("detail").asText();
  }

  private static URI begin() {
    HttpResponse<String> begun = world.admin("POST", "linear/connect", null);
    return URI.create(Http.json(begun).path("authorizeUrl").asText());
  }

  private static HttpResponse<String> open(URI address) {
    return Http.call("GET", address, "", null);
  }

  @Test
  void theConsentAddressCarriesAStateAndAnS256Challenge() {
    assertThat(begin().getQuery())
        .contains("state=", "code_challenge=", "code_challenge_method=S256", "response_type=code")
        .doesNotContain("secret");
  }

  @Test
  void aCallbackServesOnce() {
    URI callback = world.consent(begin());
    assertThat(open(callback).statusCode()).isEqualTo(200);
    HttpResponse<String> again = open(callback);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("was used already");
  }

  @Test
  void aCallbackWithAStateThatWeDidNotGiveConnectsNothing() {
    HttpResponse<String> answer = open(world.at("/linear/callback?state=guessed&code=stolen"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("was not started here");
  }

  @Test
  void aRefusedConsentSaysThatNothingChanged() {
    HttpResponse<String> answer = open(world.at("/linear/callback?error=access_denied&state=x"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Nothing has changed");
  }

  @Test
  void theCallbacksPageRunsNothingAndShowsNoTextAsMarkup() {
    HttpResponse<String> answer = open(world.at("/linear/callback?state=%3Cscript%3E&code=x"));
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    assertThat(answer.body()).doesNotContain("<script");
  }

  @Test
  void puttingAMappingTwiceIsTheSameMapping() {
    HttpResponse<String> first = world.admin("PUT", "mappings/SHOP", world.rules());
    HttpResponse<String> second = world.admin("PUT", "mappings/SHOP", world.rules());
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(Http.json(world.admin("GET", "mappings", null)).path("mappings")).hasSize(1);
  }

  @Test
  void decisionsMayHaveAPolicyOfTheirOwnUntilTheMappingIsPutWithoutIt() {
    Map<String, Object> rules = new HashMap<>(world.rules());
    rules.put("decisionPolicy", "ask");
    JsonNode own = Http.json(world.admin("PUT", "mappings/SHOP", rules));
    assertThat(own.path("policy").asText()).isEqualTo("latest");
    assertThat(own.path("decisionPolicy").asText()).isEqualTo("ask");
    JsonNode same = Http.json(world.admin("PUT", "mappings/SHOP", world.rules()));
    assertThat(same.path("decisionPolicy").asText()).isEqualTo("latest");
  }

  @Test
  void anUnknownProjectIsNamed() {
    HttpResponse<String> answer = world.admin("PUT", "mappings/NOPE", world.rules());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(detail(answer)).contains("NOPE");
  }

  @Test
  void aTeamIsMappedToOneProjectOnly() {
    world.jira.hand().project("PAY", "Payments");
    HttpResponse<String> answer = world.admin("PUT", "mappings/PAY", world.rules());
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(detail(answer)).contains("another Jira project");
  }

  @Test
  void aMappedProjectKeepsItsTeam() {
    Map<String, Object> other = new HashMap<>(world.rules());
    other.put("linearTeamId", world.linear.seed().team("OPS", "Operations"));
    HttpResponse<String> answer = world.admin("PUT", "mappings/SHOP", other);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(detail(answer)).contains("cannot change its team");
  }

  @Test
  void aBodyThatIsNotJsonIsABadRequestInWords() {
    HttpResponse<String> answer = world.admin("PUT", "mappings/SHOP", "not json");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .contains("application/problem+json");
  }

  @Test
  void aProjectWithoutAMappingHasNoBackfill() {
    assertThat(world.admin("POST", "mappings/NOPE/backfill", null).statusCode()).isEqualTo(404);
  }
}
