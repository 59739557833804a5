package tandem.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.state.Issue;

/** A mapping goes with all that is known of its links, and both trackers stay as they are. */
class MappingRemovalTest {
  @Test
  void aRemovedMappingLeavesBothTrackersAsTheyAreAndCanBeMadeAnew() {
    try (TwinWorld world = new TwinWorld()) {
      Issue issue = world.jira.hand().issue("SHOP", "Pay later", "budget:features");
      String twin = world.twinOf(issue);
      world.setUp();
      Set<String> label = Set.of(world.linearLabel("features"));
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> world.linearLabels(twin).equals(label));

      assertThat(world.adminAs(Cast.EDITOR, "DELETE", "mappings/SHOP", null).statusCode())
          .isEqualTo(403);
      HttpResponse<String> removed = world.admin("DELETE", "mappings/SHOP", null);
      assertThat(removed.statusCode()).isEqualTo(200);
      assertThat(Http.json(removed).path("said").asText()).contains("SHOP", "its links (1)");
      assertThat(world.admin("GET", "mappings/SHOP", null).statusCode()).isEqualTo(404);
      assertThat(world.admin("DELETE", "mappings/SHOP", null).statusCode()).isEqualTo(404);
      assertThat(world.jiraLabels(issue)).containsExactly("budget:features");
      assertThat(world.linearLabels(twin)).isEqualTo(label);

      world.setUp();
      assertThat(Http.json(world.admin("GET", "mappings/SHOP/links", null)).path("links"))
          .hasSize(1);
    }
  }
}
