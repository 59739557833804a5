package tandem.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.jira.state.Issue;

/** What a mapping looks like while nobody is connected, and after connecting again. */
class DisconnectTest {
  @Test
  void disconnectingPausesTheMappingAndConnectingAgainResumesIt() {
    try (TwinWorld world = new TwinWorld()) {
      Issue issue = world.jira.hand().issue("SHOP", "Pay later", "budget:features");
      world.twinOf(issue);
      world.setUp();

      assertThat(world.admin("DELETE", "linear", null).statusCode()).isEqualTo(204);
      assertThat(state(world)).isEqualTo("none");
      assertThat(paused(world)).contains("not connected");
      assertThat(world.admin("POST", "mappings/SHOP/backfill", null).statusCode()).isEqualTo(409);
      JsonNode health = Http.json(world.admin("GET", "health", null));
      assertThat(health.path("works").asBoolean()).isFalse();
      assertThat(health.path("problems")).hasSize(1);

      assertThat(world.connect().statusCode()).isEqualTo(200);
      assertThat(state(world)).isEqualTo("connected");
      assertThat(paused(world)).isEqualTo("null");
    }
  }

  private static String state(TwinWorld world) {
    return Http.json(world.admin("GET", "linear", null)).path("state").asText();
  }

  private static String paused(TwinWorld world) {
    return Http.json(world.admin("GET", "mappings/SHOP", null)).path("paused").asText();
  }
}
