package tandem.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tandem.sandbox.jira.Cast;

/** Two people write into the same field of one issue at once, each in a window of their own. */
class TwoEditorsStoryTest {
  @RegisterExtension private static final Scene SCENE = new Scene();

  private static final String PANEL = "Acceptance criteria";
  private static final String PROPERTY = "tandem.acceptance";
  private static final String MINE = "books are closed sooner";
  private static final String THEIRS = "nobody types numbers twice";

  /** A panel reads anew every 15 seconds. */
  private static final double NEXT_READING = 30_000;

  private OpenIssue mine;
  private OpenIssue theirs;

  @BeforeAll
  static void beginsAProject() {
    SCENE.house().site().hand().project("PAIR", "Two at once");
  }

  @BeforeEach
  void opensTheIssueTwice() {
    String issue = SCENE.newIssue("PAIR");
    mine = SCENE.issue(Cast.EDITOR, issue);
    theirs = SCENE.issue(Cast.ADMIN, issue);
  }

  @AfterEach
  void closesBoth() {
    mine.close();
    theirs.close();
  }

  @Test
  void bothTextsAreShownAndTheOneThatIsChosenIsStoredBesideWhatTheOtherWroteElsewhere() {
    Frame panel = mine.panel(PANEL);
    bothWrite(panel);
    Locator choice = assertBothAreShown(panel);
    assertThat(soThat(mine.kept().property(PROPERTY))).isEqualTo(THEIRS);

    button(choice, "Keep mine").click();
    JsonNode stored = mine.stored(PROPERTY, it -> soThat(it).equals(MINE));
    assertThat(stored.at("/story/asA").asText()).isEqualTo("bookkeeper");
    assertThat(choice).hasCount(0);
    assertThat(panel.getByText("Saved", exactly())).isVisible();
    assertThat(theirs.panel(PANEL).getByText(MINE).first()).isVisible(nextReading());
    assertThat(theirs.jira().complaints()).isEmpty();
  }

  @Test
  void theTextThatIsNotStoredOutlivesAReloadUntilItIsGivenUp() {
    bothWrite(mine.panel(PANEL));
    assertBothAreShown(mine.panel(PANEL));
    mine.page().reload();

    Frame panel = mine.panel(PANEL);
    Locator choice = assertBothAreShown(panel);
    button(choice, "Take theirs").click();
    assertThat(choice).hasCount(0);
    assertThat(panel.getByText(THEIRS).first()).isVisible();
    assertThat(panel.getByText(MINE)).hasCount(0);
    assertThat(soThat(mine.kept().property(PROPERTY))).isEqualTo(THEIRS);
  }

  /** The others are first: what I send builds on what is no longer stored. */
  private void bothWrite(Frame panel) {
    Keyboard keys = mine.write(panel, "So that", MINE);
    Frame other = theirs.panel(PANEL);
    theirs.write(other, "As a", "bookkeeper").press("Enter");
    theirs.write(other, "So that", THEIRS).press("Enter");
    theirs.stored(PROPERTY, it -> soThat(it).equals(THEIRS));
    keys.press("Enter");
  }

  private static Locator assertBothAreShown(Frame panel) {
    Locator choice =
        panel.getByRole(AriaRole.GROUP, new Frame.GetByRoleOptions().setName("So that"));
    assertThat(choice).containsText(MINE);
    assertThat(choice).containsText(THEIRS);
    assertThat(panel.getByText("Choose which one to keep.")).isVisible();
    return choice;
  }

  private static String soThat(JsonNode document) {
    return document.at("/story/soThat").asText();
  }

  private static Locator button(Locator in, String name) {
    return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }

  private static Frame.GetByTextOptions exactly() {
    return new Frame.GetByTextOptions().setExact(true);
  }

  private static LocatorAssertions.IsVisibleOptions nextReading() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(NEXT_READING);
  }
}
