package tandem.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.state.Person;

/** Tandem's gadget on a dashboard of Jira's: chosen, seen, chosen anew, and only looked at. */
class DashboardStoryTest {
  private static final String MENU = "More actions for " + TeamDashboard.GADGET;
  private static final String NO_CHOICE = "People who may edit this dashboard can choose one.";

  @RegisterExtension private static final Scene SCENE = new Scene();
  private static TeamDashboard dashboard;

  @BeforeAll
  static void findsTheDashboard() {
    dashboard = new TeamDashboard(SCENE.house());
  }

  @BeforeEach
  void nobodyHasChosenYet() {
    dashboard.forget();
  }

  @Test
  void aProjectIsChosenByTheKeyboardAndStaysChosen() {
    try (Window jira = SCENE.window()) {
      Keyboard keys = new Keyboard(jira.page(), opened(jira, Cast.EDITOR));
      assertThat(title(jira, TeamDashboard.GADGET)).isVisible();
      keys.tabTo("Project").type("shop").press("Enter");
      assertSharesAreShown(jira);
      assertThat(title(jira, TeamDashboard.GADGET + ": SHOP")).isVisible();
      assertThat(dashboard.chosen()).isEqualTo("SHOP");

      jira.page().reload();
      assertSharesAreShown(jira);
      assertThat(title(jira, TeamDashboard.GADGET + ": SHOP")).isVisible();
      assertThat(jira.complaints()).isEmpty();
    }
  }

  @Test
  void theMenuOpensTheFormAnewAndTheKeyboardFindsItsWayThereAndBack() {
    dashboard.choose("SHOP");
    try (Window jira = SCENE.window()) {
      Keyboard inGadget = new Keyboard(jira.page(), opened(jira, Cast.EDITOR));
      assertSharesAreShown(jira);
      Keyboard inJira = new Keyboard(jira.page(), jira.page().mainFrame());
      inJira.tabTo(MENU).press("Enter").arriveAt("Configure").press("Enter");
      inGadget.arriveAt("Project").press("Control+a").type("nowhere").press("Enter");
      assertThat(title(jira, TeamDashboard.GADGET + ": NOWHERE")).isVisible();
      assertThat(TeamDashboard.gadget(jira).getByText("not shown to you").first()).isVisible();
      inGadget.tabTo("Choose another project").press("Enter").arriveAt("Project");
      inGadget.press("Control+a").type("SHOP").press("Enter");

      assertSharesAreShown(jira);
      assertThat(dashboard.chosen()).isEqualTo("SHOP");
    }
  }

  @Test
  void whoMayOnlyLookSeesTheSharesAndNoWayToChooseAnother() {
    try (Window jira = SCENE.window()) {
      Frame gadget = opened(jira, Cast.VIEWER);
      assertThat(gadget.getByText(NO_CHOICE)).isVisible();
      seen(jira, "dashboard-viewer");
      dashboard.choose("SHOP");
      jira.page().reload();

      assertSharesAreShown(jira);
      assertThat(menu(jira)).hasCount(0);
      assertThat(TeamDashboard.gadget(jira).locator("input, button")).hasCount(0);
      assertThat(jira.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void neitherTheFormNorTheSharesNorTheMenuIsHiddenFromAnybody(ColorScheme scheme) {
    String theme = scheme.name().toLowerCase(Locale.ROOT);
    try (Window jira = SCENE.window(scheme)) {
      Frame form = opened(jira, Cast.EDITOR);
      form.getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName("Save")).waitFor();
      seen(jira, "dashboard-choose-" + theme);
      dashboard.choose("SHOP");
      jira.page().reload();
      assertSharesAreShown(jira);
      seen(jira, "dashboard-" + theme);
      menu(jira).click();
      seen(jira, "dashboard-menu-" + theme);

      assertThat(jira.complaints()).isEmpty();
    }
  }

  private static void seen(Window jira, String name) {
    Frame gadget = TeamDashboard.gadget(jira);
    assertThat(Axe.violations(jira.page().mainFrame())).as(name).isEmpty();
    assertThat(Axe.violations(gadget)).as("the gadget, " + name).isEmpty();
    jira.pictureOfAll(name, List.of(gadget));
  }

  private static Frame opened(Window jira, Person person) {
    jira.openAs(person, SCENE.house().jira(), TeamDashboard.ADDRESS);
    return TeamDashboard.gadget(jira);
  }

  private static void assertSharesAreShown(Window jira) {
    Frame gadget = TeamDashboard.gadget(jira);
    assertThat(gadget.locator(".gadget-line").first()).containsText("%");
    assertThat(gadget.getByRole(AriaRole.IMG)).hasCount(1);
  }

  private static Locator title(Window jira, String text) {
    return jira.page()
        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
  }

  private static Locator menu(Window jira) {
    return jira.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(MENU));
  }
}
