package tandem.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tandem.sandbox.jira.Cast;

/** A list from elsewhere becomes criteria in one go, and goes again in one go. */
class PasteStoryTest {
  @RegisterExtension private static final Scene SCENE = new Scene();

  private static final String PROPERTY = "tandem.acceptance";
  private static final String LIST =
      """
      - [x] The invoice comes by mail
      - [ ] It is paid within 30 days

      3. A reminder follows
      * Nobody is billed twice
      """;

  @Test
  void manyPastedLinesAreManyCriteriaAndOneUndoTakesThemAllBack() {
    SCENE.house().site().hand().project("PASTE", "From a list");
    try (OpenIssue issue = SCENE.issue(Cast.EDITOR, SCENE.newIssue("PASTE"))) {
      Frame panel = issue.panel("Acceptance criteria");
      copy(issue, LIST);
      panel.getByRole(AriaRole.BUTTON, named("Add a criterion")).click();
      Keyboard keys = issue.keyboard(panel).arriveAt("New criterion").press("ControlOrMeta+v");
      Locator criteria = panel.locator(".criterion");
      assertThat(criteria).hasCount(4);
      JsonNode stored = issue.stored(PROPERTY, it -> it.path("criteria").size() == 4);
      assertThat(stored.path("criteria").findValuesAsText("text"))
          .containsExactly(
              "The invoice comes by mail",
              "It is paid within 30 days",
              "A reminder follows",
              "Nobody is billed twice");
      assertThat(stored.path("criteria").findValuesAsText("met"))
          .isEqualTo(List.of("true", "false", "false", "false"));

      keys.press("Escape").arriveAt("Add a criterion").press("ControlOrMeta+z");
      assertThat(criteria).hasCount(0);
      issue.stored(PROPERTY, it -> it.path("criteria").isEmpty());
      assertThat(issue.jira().complaints()).isEmpty();
    }
  }

  /** As if it had been copied elsewhere. */
  private static void copy(OpenIssue issue, String text) {
    issue.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    issue.page().evaluate("text => navigator.clipboard.writeText(text)", text);
  }

  private static Frame.GetByRoleOptions named(String name) {
    return new Frame.GetByRoleOptions().setName(name);
  }
}
