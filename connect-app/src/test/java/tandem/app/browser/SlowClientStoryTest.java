package tandem.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tandem.sandbox.jira.Cast;

/** A panel is there before Jira's client has run in it; without the client it has no token. */
class SlowClientStoryTest {
  @RegisterExtension private static final Scene SCENE = new Scene();

  @BeforeAll
  static void beginsAProject() {
    SCENE.house().site().hand().project("SLOW", "A slow laptop");
  }

  @Test
  void whatIsDoneBeforeJirasClientHasRunIsSavedOnceItHas() throws JsonProcessingException {
    String issue = SCENE.house().site().hand().issue("SLOW", "Pay by invoice").key();
    String document =
        "{\"v\": 1, \"criteria\": [{\"id\": \"a\", \"text\": \"Pays\", \"met\": false}]}";
    SCENE
        .house()
        .site()
        .hand()
        .property(issue, "tandem.acceptance", new ObjectMapper().readTree(document));
    PanelCalls kept = new PanelCalls(SCENE.house(), Cast.EDITOR, issue);
    List<Route> clients = new ArrayList<>();
    try (Window jira = SCENE.window()) {
      jira.page().route("**/all.js", clients::add);
      jira.openAs(Cast.EDITOR, SCENE.house().jira(), "/browse/" + issue);
      Frame panel = jira.module("Acceptance criteria");

      panel.getByRole(AriaRole.CHECKBOX, new Frame.GetByRoleOptions().setName("Met: Pays")).check();
      assertThat(panel.getByText("Saving…")).isVisible();
      assertThat(isMet(kept)).isFalse();

      clients.forEach(Route::resume);
      assertThat(panel.getByText("Saved", new Frame.GetByTextOptions().setExact(true))).isVisible();
      await().atMost(Duration.ofSeconds(60)).until(() -> isMet(kept));
      assertThat(jira.complaints()).isEmpty();
    }
  }

  private static boolean isMet(PanelCalls kept) {
    return kept.property("tandem.acceptance").at("/criteria/0/met").asBoolean();
  }
}
