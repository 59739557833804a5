package tandem.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.state.Person;

/**
 * The project's page in Jira: its five tabs by the keyboard, in both themes, and to look at only.
 */
class ProjectPageStoryTest {
  private static final String ADDRESS = "/projects/SHOP/apps/tandem/tandem-project";
  private static final String OPEN_TAB = "[role=tabpanel]:not([hidden])";

  /** A tab, and words that only its content has. */
  private record TabSeen(String name, String words) {}

  private static final List<TabSeen> TABS =
      List.of(
          new TabSeen("Budget", "work went into"),
          new TabSeen("Decisions", "Say an estimated date rather than none"),
          new TabSeen("Impact/effort", "on the matrix"),
          new TabSeen("Early warnings", "SHOP-"),
          new TabSeen("Settings", "How the budget is counted"));

  @RegisterExtension private static final Scene SCENE = new Scene();

  @Test
  void itsFiveTabsAreGoneThroughByTheKeyboardInTheLightAndInTheDarkTheme() {
    try (Window jira = SCENE.window()) {
      Frame page = opened(jira, Cast.ADMIN);
      Keyboard keys = new Keyboard(jira.page(), page);
      keys.tabTo("Budget");
      goThrough(jira, keys, "light");
      keys.press("Home").arriveAt("Budget");
      button(jira.page(), "Switch to the dark theme").press("Enter");
      page.waitForFunction("() => document.documentElement.dataset.colorMode === 'dark'");
      keys.tabTo("Budget");
      goThrough(jira, keys, "dark");

      assertThat(jira.complaints()).isEmpty();
    }
  }

  private static void goThrough(Window jira, Keyboard keys, String theme) {
    Frame page = jira.module("Tandem");
    for (int nr = 0; nr < TABS.size(); nr++) {
      keys.arriveAt(TABS.get(nr).name());
      assertThat(page.locator(OPEN_TAB)).containsText(TABS.get(nr).words());
      assertThat(Axe.violations(page)).as(TABS.get(nr).name() + ", " + theme).isEmpty();
      jira.pictureOfAll("project-" + (nr + 1) + "-" + theme, List.of(page));
      keys.press("ArrowRight");
    }
  }

  @Test
  void whoMayNotEditSeesTheSettingsAndNothingToChangeThemWith() {
    try (Window jira = SCENE.window()) {
      Frame page = opened(jira, Cast.VIEWER);
      page.getByRole(AriaRole.TAB, new Frame.GetByRoleOptions().setName("Settings")).click();

      assertThat(page.locator(OPEN_TAB)).containsText("How the budget is counted");
      assertThat(page.locator(OPEN_TAB).locator("input, select, textarea")).hasCount(0);
      assertThat(jira.complaints()).isEmpty();
    }
  }

  @Test
  void whoMayNotEditFindsNothingToRateOrToImportWith() {
    try (Window jira = SCENE.window()) {
      Frame page = opened(jira, Cast.VIEWER);
      openTab(page, TABS.get(2));
      assertThat(page.locator(OPEN_TAB)).containsText("You may look at this, not edit it.");
      assertThat(buttons(page, "^(Rate|Move|Undo) ")).hasCount(0);
      page.locator(OPEN_TAB + " .matrix-dot").first().press("Enter");
      page.locator(OPEN_TAB + " .cell-list").waitFor();
      assertThat(buttons(page, "^(Rate|Move|Undo) ")).hasCount(0);
      assertThat(page.locator(OPEN_TAB).getByRole(AriaRole.SLIDER)).hasCount(0);

      openTab(page, TABS.get(1));
      assertThat(page.locator(OPEN_TAB)).containsText("You may look at this, not edit it.");
      assertThat(buttons(page, "^Export as CSV$")).hasCount(1);
      assertThat(buttons(page, "^Import")).hasCount(0);
      assertThat(jira.complaints()).isEmpty();
    }
  }

  private static void openTab(Frame page, TabSeen tab) {
    page.getByRole(AriaRole.TAB, new Frame.GetByRoleOptions().setName(tab.name())).click();
    assertThat(page.locator(OPEN_TAB)).containsText(tab.words());
  }

  private static Locator buttons(Frame page, String name) {
    return page.locator(OPEN_TAB)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(name)));
  }

  private static Frame opened(Window jira, Person person) {
    jira.openAs(person, SCENE.house().jira(), ADDRESS);
    Frame page = jira.module("Tandem");
    page.getByText("work went into").waitFor();
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
