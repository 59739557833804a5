package tandem.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tandem.sandbox.jira.Cast;

/**
 * What somebody types while it cannot be saved: it stays, the panel says why, and saves it later.
 */
class UnsavedStoryTest {
  @RegisterExtension private static final Scene SCENE = new Scene();

  private static final String PROPERTY = "tandem.acceptance";
  private static final String TOKENS = "**/sandbox/context-token*";

  /** Less than a host that stays silent is waited for elsewhere. */
  private static final double SOON = 8_000;

  /** The second or third attempt to save. */
  private static final double NEXT_ATTEMPT = 30_000;

  private OpenIssue issue;
  private Frame panel;

  @BeforeAll
  static void beginsAProject() {
    SCENE.house().site().hand().project("KEPT", "Kept until it is stored");
  }

  @BeforeEach
  void opensAnIssue() {
    issue = SCENE.issue(Cast.EDITOR, SCENE.newIssue("KEPT"));
    panel = issue.panel("Acceptance criteria");
  }

  @AfterEach
  void closesTheIssue() {
    issue.close();
  }

  @Test
  void whatIsTypedWithoutAConnectionIsSavedByItselfOnceThereIsOneAgain() {
    Keyboard keys = issue.write(panel, "So that", "the receipt ");
    issue.page().context().setOffline(true);
    keys.type("is in the mail").press("Enter");
    assertSaidAndKept("Not saved yet: no connection. Kept here and tried again.");

    issue.page().context().setOffline(false);
    assertSavedByItself();
  }

  @Test
  void whatIsTypedWhileTheSessionExpiresIsSavedByItselfOnceItIsRenewed() {
    Keyboard keys = issue.write(panel, "So that", "the receipt ");
    String late = new ExpiredToken(SCENE.house(), issue.kept()).value();
    issue.page().route(TOKENS, route -> route.fulfill(new Route.FulfillOptions().setBody(late)));
    keys.type("is in the mail").press("Enter");
    assertSaidAndKept("Not saved yet: your session has ended. What you wrote is kept here.");

    issue.page().unroute(TOKENS);
    assertSavedByItself();
  }

  private void assertSaidAndKept(String why) {
    Locator foot = panel.locator("footer.panel-foot");
    assertThat(foot)
        .containsText(why, new LocatorAssertions.ContainsTextOptions().setTimeout(SOON));
    assertThat(panel.getByText("the receipt is in the mail")).isVisible();
    assertThat(issue.kept().property(PROPERTY).isMissingNode()).isTrue();
  }

  private void assertSavedByItself() {
    Locator saved = panel.getByText("Saved", new Frame.GetByTextOptions().setExact(true));
    assertThat(saved).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(NEXT_ATTEMPT));
    assertThat(panel.getByText("the receipt is in the mail")).isVisible();
    assertThat(issue.kept().property(PROPERTY).at("/story/soThat").asText())
        .isEqualTo("the receipt is in the mail");
  }
}
