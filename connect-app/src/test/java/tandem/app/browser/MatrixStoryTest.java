package tandem.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tandem.sandbox.jira.Cast;

/** An issue gets another rating on its project's matrix, and its own panel shows that one. */
class MatrixStoryTest {
  @RegisterExtension private static final Scene SCENE = new Scene();

  private static final String PROPERTY = "tandem.impact";
  private static final double CELLS = 5;
  private static final int STEPS = 8;
  private static final Duration SOON = Duration.ofSeconds(60);
  private static int projects;

  private String project;
  private String issue;

  /** A project of its own, so that no other dot is in the way. */
  @BeforeEach
  void ratesAnIssue() {
    projects++;
    project = "RATE" + projects;
    SCENE.house().site().hand().project(project, "Rated anew");
    issue = SCENE.newIssue(project);
    ObjectNode impact = JsonNodeFactory.instance.objectNode().put("v", 1);
    impact.putObject("rating").put("impact", 2).put("effort", 2);
    assertThat(calls().put("impact", impact).statusCode()).isEqualTo(200);
  }

  private PanelCalls calls() {
    return new PanelCalls(SCENE.house(), Cast.EDITOR, issue);
  }

  @Test
  void aRatingThatTheArrowKeysGiveIsShownInTheIssuesOwnPanel() {
    try (OpenProject page = matrix()) {
      Keyboard keys = new Keyboard(page.page(), page.frame());
      keys.tabTo("Impact 2, effort 2").press("Enter").arriveAt(issue);
      keys.press("ArrowUp", "ArrowUp", "ArrowRight");
      assertRated(page, 4, 3);
    }
    assertPanelShows(4, 3);
  }

  @Test
  void aRatingThatDraggingTheDotGivesIsShownInTheIssuesOwnPanel() {
    try (OpenProject page = matrix()) {
      Locator dot = page.frame().locator(".matrix-dot .matrix-body");
      dot.scrollIntoViewIfNeeded();
      BoundingBox from = dot.boundingBox();
      BoundingBox plane = page.frame().locator(".matrix-plane").boundingBox();
      Mouse mouse = page.page().mouse();
      mouse.move(from.x + from.width / 2, from.y + from.height / 2);
      mouse.down();
      // The middle of the cell of impact 5 and effort 1: the one in the corner at the top.
      double across = plane.x + plane.width / CELLS / 2;
      double down = plane.y + plane.height / CELLS / 2;
      mouse.move(across, down, new Mouse.MoveOptions().setSteps(STEPS));
      mouse.up();
      assertRated(page, 5, 1);
    }
    assertPanelShows(5, 1);
  }

  private OpenProject matrix() {
    OpenProject page = SCENE.project(Cast.EDITOR, project);
    assertThat(page.tab("Impact/effort")).containsText("1 issue on the matrix");
    page.frame().locator(".matrix-dot").waitFor();
    return page;
  }

  private void assertRated(OpenProject page, int impact, int effort) {
    assertThat(page.frame().getByRole(AriaRole.BUTTON, named("Undo " + issue))).isVisible();
    JsonNode rating =
        JsonNodeFactory.instance.objectNode().put("impact", impact).put("effort", effort);
    await().atMost(SOON).until(() -> calls().property(PROPERTY).path("rating").equals(rating));
    assertThat(page.jira().complaints()).isEmpty();
  }

  private void assertPanelShows(int impact, int effort) {
    try (OpenIssue open = SCENE.issue(Cast.EDITOR, issue)) {
      Frame panel = open.panel("Business impact");
      assertThat(score(panel, "Impact")).hasValue(Integer.toString(impact));
      assertThat(score(panel, "Effort")).hasValue(Integer.toString(effort));
      assertThat(open.jira().complaints()).isEmpty();
    }
  }

  private static Locator score(Frame panel, String name) {
    return panel.getByRole(AriaRole.COMBOBOX, named(name).setExact(true));
  }

  private static Frame.GetByRoleOptions named(String name) {
    return new Frame.GetByRoleOptions().setName(name);
  }
}
